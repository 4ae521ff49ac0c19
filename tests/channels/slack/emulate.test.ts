import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asItStands } from "../../../src/conversation/as-it-stands.ts";
import { emulatedSlack } from "./emulated.ts";
import { eventually, startApp } from "./support.ts";

const botToken = "xoxb-emulated";
const anaToken = "xoxp-ana";

let emulator: { url: string; close(): Promise<void> };
let app: Awaited<ReturnType<typeof startApp>>;
let channel: string;
let deliverTo: (url: string) => void;
const oauth = { clientId: "11.22", clientSecret: "emulated client secret" };
const ana = () =>
  new WebClient(anaToken, { slackApiUrl: `${emulator.url}/api/`, retryConfig: { retries: 0 } });

beforeAll(async () => {
  const emulated = await emulatedSlack({
    team: { name: "Acme", domain: "acme" },
    users: [{ name: "ana", real_name: "Ana Agent", email: "ana@example.com" }],
    channels: [{ name: "support", is_private: false }],
    bots: [{ name: "handoff" }],
    tokens: [
      { token: botToken, type: "bot", bot_id: "B0HANDOFF", bot_user_id: "U0HANDOFF", app_id: "A0HANDOFF" },
      { token: anaToken, type: "user", user: "ana" },
    ],
    oauth_apps: [
      {
        ...{
          client_id: oauth.clientId,
          client_secret: oauth.clientSecret,
          app_id: "A0OAUTH",
          name: "Handoff",
        },
        redirect_uris: ["https://chat.example.com/slack/oauth_redirect"],
        ...{ bot_id: "B0OAUTH", bot_user_id: "U0OAUTH", bot_name: "handoff-installed" },
      },
    ],
    signing_secret: "emulated-secret",
  });
  deliverTo = emulated.deliverTo;
  emulator = emulated.slack as unknown as typeof emulator;
  app = await startApp({
    botToken,
    signingSecret: "emulated-secret",
    channel: "support",
    apiUrl: `${emulator.url}/api`,
  });
  deliverTo(app.eventsUrl ?? "");
  const { channels } = await ana().conversations.list();
  channel = channels?.find(({ name }) => name === "support")?.id ?? "";
  await ana().conversations.join({ channel });
});

afterAll(async () => {
  await app?.stop();
  await emulator?.close();
});

test("in a Slack made by others, a handoff becomes a thread and an agent's reply comes back", async () => {
  expect(app.slack.health()).toMatchObject({ state: "on" });
  const visitor = app.visitor("Zoe");
  await visitor.says("How do I <export> my data?");
  await visitor.asksForAPerson();
  const root = await eventually(async () => (await ana().conversations.history({ channel })).messages?.[0]);
  const replies = await eventually(async () => {
    const { messages = [] } = await ana().conversations.replies({ channel, ts: root.ts ?? "" });
    return messages.length === 2 && messages;
  });
  expect(JSON.stringify(root)).toContain("Zoe");
  expect(JSON.stringify(replies)).toContain("How do I <export> my data?");

  await ana().chat.postMessage({ channel, thread_ts: root.ts ?? "", text: "Under *Settings* &amp; Export" });
  const events = await eventually(async () => {
    const all = await app.store.eventsAfter(visitor.id(), 2);
    return all.length > 0 && all;
  });
  expect(events).toMatchObject([
    {
      type: "message.posted",
      via: "slack",
      message: { author: { kind: "agent", name: "Ana Agent" }, text: "Under **Settings** & Export" },
    },
  ]);

  await visitor.says("Thank you!");
  await eventually(async () => {
    const { messages = [] } = await ana().conversations.replies({ channel, ts: root.ts ?? "" });
    return messages.at(-1)?.text === "Thank you!";
  });
  // Its own posts came back to it as events; none of them was taken for somebody's reply.
  expect((await app.store.eventsAfter(visitor.id(), 0)).length).toBe(4);
});

/** A visitor called `name` who said `words` and waits in a thread. */
async function waits(name: string, words: string) {
  const visitor = app.visitor(name);
  await visitor.says(words);
  await visitor.asksForAPerson();
  const root = await eventually(async () => {
    const { messages = [] } = await ana().conversations.history({ channel });
    return messages.find((message) => JSON.stringify(message).includes(name));
  });
  const replies = async () =>
    (await ana().conversations.replies({ channel, ts: root.ts ?? "" })).messages?.slice(1) ?? [];
  await eventually(async () => JSON.stringify(await replies()).includes(words));
  const said = async () =>
    asItStands(await app.store.eventsAfter(visitor.id(), 0)).flatMap((event) =>
      event.type === "message.posted" && event.message.author.kind === "agent" ? [event.message] : [],
    );
  return { visitor, thread: root.ts ?? "", replies, said };
}

test("there, too, the card shows who has it, and the agent that the visitor has seen the reply", async () => {
  const { visitor, thread, said, replies } = await waits("Yan", "Where is parcel 11?");
  const { ts = "" } = await ana().chat.postMessage({ channel, thread_ts: thread, text: "On its way" });
  await eventually(async () => (await said()).length === 1);
  await eventually(async () => {
    const { messages } = await ana().conversations.history({ channel });
    return JSON.stringify(messages?.find((message) => message.ts === thread)).includes("Ana Agent has it");
  });

  const { seq = 0 } = (await app.store.find(visitor.id())) ?? {};
  await app.conversations.reach({
    ...{ conversationId: visitor.id(), upTo: seq, isSeen: true },
    source: { via: "widget", externalId: crypto.randomUUID() },
  });
  await eventually(async () => {
    const reply = (await replies()).find((message) => message.ts === ts);
    return reply?.reactions?.some(({ name }) => name === "eyes");
  });
});

test("there, too, what the visitor corrects is corrected in the thread, and what is taken back is gone", async () => {
  const { visitor, replies } = await waits("Xena", "My number is 221");
  const before = await app.store.eventsAfter(visitor.id(), 0);
  const posted = before.find(({ type }) => type === "message.posted");
  if (posted?.type !== "message.posted") throw new Error("Nothing was posted.");
  await app.conversations.edit({
    ...{ conversationId: visitor.id(), messageId: posted.message.id, text: "My number is 222" },
    ...{ by: { kind: "visitor" }, source: { via: "widget", externalId: crypto.randomUUID() } },
  });
  await eventually(async () => JSON.stringify(await replies()).includes("My number is 222"));
  expect(JSON.stringify(await replies())).not.toContain("My number is 221");

  const source = () => ({ via: "inbox", externalId: crypto.randomUUID() });
  const agent = { id: "user-1", name: "Chris" };
  const { events } = await app.conversations.reply({
    ...{ conversationId: visitor.id(), agent, text: "A slip", source: source() },
  });
  await eventually(async () => JSON.stringify(await replies()).includes("A slip"));
  const [slip] = events;
  if (slip?.type !== "message.posted") throw new Error("Nothing was posted.");
  await app.conversations.remove({
    ...{ conversationId: visitor.id(), messageId: slip.message.id },
    ...{ by: { kind: "agent", ...agent }, source: source() },
  });
  await eventually(async () => !JSON.stringify(await replies()).includes("A slip"));
});

test("there, too, files go both ways", async () => {
  const { visitor, thread, said, replies } = await waits("Wim", "See the pictures 33");
  const { id, mime, name, size } = await app.files.keep(Readable.from([Buffer.from("one two three")]), {
    ...{ name: "list.txt", mime: "text/plain", via: "widget", maxBytes: 1_000 },
  });
  await app.conversations.receive({
    ...{ siteKey: "default", visitor: visitor.visitor, id: crypto.randomUUID(), text: "Here" },
    files: [{ id, mime, name, size }],
    source: { via: "widget", externalId: crypto.randomUUID() },
  });
  await eventually(async () => JSON.stringify(await replies()).includes("list.txt"));

  await ana().filesUploadV2({
    channel_id: channel,
    thread_ts: thread,
    file: Buffer.from("back"),
    filename: "back.txt",
  });
  const file = await eventually(async () => (await said())[0]?.files?.[0]);
  expect(file.name).toBe("back.txt");
  const opened = await app.files.open(file.id);
  if (!opened) throw new Error("The file cannot be opened.");
  expect(await text(opened.read())).toBe("back");
});

test("there, too, what an agent edits changes at the visitor's, and what they delete is gone", async () => {
  const { thread, said } = await waits("Vera", "When does it ship? 44");
  const { ts = "" } = await ana().chat.postMessage({ channel, thread_ts: thread, text: "On Friday" });
  await eventually(async () => (await said())[0]?.text === "On Friday");
  await ana().chat.update({ channel, ts, text: "On *Monday*" });
  await eventually(async () => (await said())[0]?.text === "On **Monday**");
  expect(await said()).toHaveLength(1);
  await ana().chat.delete({ channel, ts });
  await eventually(async () => (await said()).length === 0);
});

test("there, too, a workspace installs the app, and once it is approved its people answer visitors", async () => {
  const installed = await startApp({
    ...{ signingSecret: "emulated-secret", channel: "support", apiUrl: `${emulator.url}/api`, oauth },
  });
  try {
    const base = new URL(installed.eventsUrl ?? "").origin;
    const begun = await fetch(`${base}/slack/install`, { redirect: "manual" });
    const asked = new URL(begun.headers.get("location") ?? "");
    expect(`${asked.origin}${asked.pathname}`).toBe(`${emulator.url}/oauth/v2/authorize`);
    const person = (await ana().users.list({})).members?.find(({ name }) => name === "ana")?.id ?? "";
    const agreed = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
      ...{ method: "POST", redirect: "manual" },
      body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), user_id: person }),
    });
    const back = new URL(agreed.headers.get("location") ?? "");
    const cookie = (begun.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const page = await fetch(`${base}${back.pathname}${back.search}`, { headers: { cookie } });
    expect(await page.text()).toContain("Acme has installed the app");

    const [workspace] = await installed.slack.workspaces.list();
    expect(workspace).toMatchObject({ name: "Acme", isApproved: false });
    await installed.slack.workspaces.approve(workspace?.team ?? "");
    deliverTo(installed.eventsUrl ?? "");
    const visitor = installed.visitor("Tom");
    await visitor.says("Where is parcel 66?");
    await visitor.asksForAPerson();
    const root = await eventually(async () => {
      const { messages = [] } = await ana().conversations.history({ channel });
      return messages.find((message) => JSON.stringify(message).includes("Tom"));
    });
    await ana().chat.postMessage({ channel, thread_ts: root.ts ?? "", text: "In the post" });
    const heard = async () => JSON.stringify(await installed.store.eventsAfter(visitor.id(), 0));
    await eventually(async () => (await heard()).includes("In the post"));
  } finally {
    await installed.stop();
  }
});
