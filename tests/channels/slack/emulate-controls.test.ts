import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emulatedSlack } from "./emulated.ts";
import { eventually, startApp } from "./support.ts";

/** This Slack, which others made, sends no commands and no presses: they are sent here, with the bodies Slack documents. */
const signingSecret = "emulated-secret";
const botToken = "xoxb-emulated";
const person = { ana: "xoxp-ana", ben: "xoxp-ben" };
type Name = keyof typeof person;

let emulator: { url: string; close(): Promise<void> };
let app: Awaited<ReturnType<typeof startApp>>;
let answers: Server;
let channel: string;
let team: string;
const users: Record<Name, string> = { ana: "", ben: "" };
const answered: string[] = [];

const as = (token: string) =>
  new WebClient(token, { slackApiUrl: `${emulator.url}/api/`, retryConfig: { retries: 0 } });

beforeAll(async () => {
  const { slack, deliverTo } = await emulatedSlack({
    team: { name: "Acme", domain: "acme" },
    users: [
      { name: "ana", real_name: "Ana Agent", email: "ana@example.com", is_admin: true },
      { name: "ben", real_name: "Ben Agent", email: "ben@example.com" },
    ],
    channels: [{ name: "support", is_private: false }],
    bots: [{ name: "handoff" }],
    tokens: [
      { token: botToken, type: "bot", bot_id: "B0HANDOFF", bot_user_id: "U0HANDOFF", app_id: "A0HANDOFF" },
      { token: person.ana, type: "user", user: "ana" },
      { token: person.ben, type: "user", user: "ben" },
    ],
    signing_secret: signingSecret,
  });
  emulator = slack as unknown as typeof emulator;
  app = await startApp({ botToken, signingSecret, channel: "support", apiUrl: `${emulator.url}/api` });
  deliverTo(app.eventsUrl ?? "");
  answers = createServer(async (request, response) => {
    answered.push(JSON.parse(await text(request)).text);
    response.end("ok");
  });
  await new Promise<void>((resolve) => answers.listen(0, "127.0.0.1", resolve));

  for (const name of ["ana", "ben"] as const) {
    const { user_id, team_id } = await as(person[name]).auth.test();
    users[name] = user_id ?? "";
    team = team_id ?? "";
  }
  const { channels } = await as(person.ana).conversations.list();
  channel = channels?.find(({ name }) => name === "support")?.id ?? "";
});

afterAll(async () => {
  await app?.stop();
  await emulator?.close();
  answers?.close();
});

test("there, too, one agent claims on the card and the next is told who has it", async () => {
  const { visitor, card } = await waits("Zoe");
  await presses("ana", card, "Claim");
  await presses("ben", card, "Claim");
  await eventually(() => answered.includes("Ana Agent already has this conversation."));
  expect((await app.store.find(visitor.id()))?.agent?.name).toBe("Ana Agent");
  await eventually(async () => JSON.stringify(await card()).includes("Ana Agent has it"));

  await presses("ben", card, "Close");
  await eventually(async () => JSON.stringify(await card()).includes("Closed by Ben Agent"));
  await presses("ben", card, "Reopen");
  await eventually(async () => JSON.stringify(await card()).includes("Ben Agent has it"));
});

test("there, too, the card's switch keeps replies with the team", async () => {
  const { visitor, card } = await waits("Yan");
  await presses("ana", card, "Make replies internal");
  await eventually(async () => JSON.stringify(await card()).includes("Send replies to the visitor"));
  await as(person.ana).chat.postMessage({ channel, thread_ts: (await card()).ts ?? "", text: "Between us" });
  const said = await eventually(async () =>
    (await app.store.eventsAfter(visitor.id(), 0)).find((event) => event.type === "message.posted"),
  );
  expect(said).toMatchObject({ message: { text: "Between us", note: true } });
});

test("there, too, a message's shortcut closes the conversation", async () => {
  const { visitor, card } = await waits("Xena");
  const { ts = "" } = await card();
  const reply = await as(person.ana).chat.postMessage({ channel, thread_ts: ts, text: "Done" });
  await sent("interactivity", {
    type: "message_action",
    callback_id: "handoff_close",
    ...actor("ana"),
    action_ts: "1.0",
    message_ts: reply.ts,
    channel: { id: channel, name: "support" },
    message: { type: "message", user: users.ana, ts: reply.ts, thread_ts: ts, text: "Done" },
  });
  expect((await app.store.find(visitor.id()))?.status).toBe("closed");
  await eventually(() => answered.includes("This conversation is closed."));
});

test("there, too, the settings open, a wrong value is refused in its field, and a right one is saved", async () => {
  const trigger_id = await triggerOf("ana");
  await commands("ana", "", { trigger_id });
  await eventually(async () => /When people answer.*Replies from Slack/s.test(await inspected("views")));

  const submitted = (hours: string) => ({
    ...{ type: "view_submission", ...actor("ana") },
    view: {
      ...{ id: "V1", type: "modal", callback_id: "handoff_settings", private_metadata: "" },
      blocks: [{ type: "input", block_id: "officeHours", element: { type: "plain_text_input" } }],
      state: { values: { officeHours: { value: { type: "plain_text_input", value: hours } } } },
    },
  });
  const refused = await sent("interactivity", submitted("Mon-Fri 9-25"));
  expect(JSON.parse(refused)).toEqual({
    response_action: "errors",
    errors: { officeHours: expect.stringContaining("is not understood") },
  });
  expect(await sent("interactivity", submitted("Mon-Fri 9-17"))).toBe("");
  expect((await app.settings.current()).hours.week).toHaveLength(5);
  expect((await app.settings.changes())[0]).toMatchObject({ key: "hours", by: "Ana Agent" });
});

test("there, too, only admins change settings, and everybody may read how things are", async () => {
  expect(await commands("ben", "off")).toContain("Only workspace admins and owners");
  expect(await commands("ben", "status")).toContain("Live handoff is on.");
  expect(await commands("ana", "off")).toContain("Live handoff is off");
  expect(await commands("ana", "on")).toContain("Live handoff is on");
});

test("there, too, the Home tab shows who needs a person", async () => {
  await waits("Wim");
  await sent("event", {
    ...{ type: "event_callback", team_id: team, api_app_id: "A0HANDOFF", event_id: "Ev0HOME" },
    event_time: Math.floor(Date.now() / 1_000),
    event: { type: "app_home_opened", user: users.ben, channel: "D0BEN", tab: "home", event_ts: "1.0" },
  });
  await eventually(async () => /Open conversations.*Wim/s.test(await inspected("views")));
});

/** A visitor called `name` who waits in a thread, and its card as it is now. */
async function waits(name: string) {
  const visitor = app.visitor(name);
  await visitor.asksForAPerson();
  const card = () =>
    eventually(async () => {
      const { messages = [] } = await as(person.ana).conversations.history({ channel });
      return messages.find(({ text }) => text?.startsWith(`${name}:`));
    });
  await card();
  return { visitor, card };
}

type Card = Awaited<ReturnType<typeof waits>>["card"];

async function presses(name: Name, card: Card, label: string): Promise<void> {
  const message = await eventually(async () => {
    const now = await card();
    return JSON.stringify(now.blocks).includes(`"${label}"`) ? now : undefined;
  });
  const elements = (message.blocks ?? []).flatMap((block) => [
    ...("elements" in block ? (block.elements ?? []) : []),
    ...("accessory" in block ? [block.accessory] : []),
  ]) as { type: string; action_id: string; value: string; text?: { text: string } }[];
  const pressed = elements.find((element) => element?.text?.text === label);
  if (!pressed) throw new Error(`There is no button “${label}”.`);
  await sent("interactivity", {
    ...{ type: "block_actions", ...actor(name) },
    container: { type: "message", message_ts: message.ts, channel_id: channel, is_ephemeral: false },
    channel: { id: channel, name: "support" },
    message,
    actions: [{ ...pressed, block_id: "b", action_ts: String(Date.now() / 1_000) }],
  });
}

const actor = (name: Name) => ({
  user: { id: users[name], username: name, name, team_id: team },
  team: { id: team, domain: "acme" },
  api_app_id: "A0HANDOFF",
  token: "unused",
  trigger_id: "1.2.3",
  response_url: answerUrl(),
});

const commands = async (name: Name, words: string, more: Record<string, string> = {}) => {
  const answer = await sent("command", {
    ...{ command: "/handoff", text: words, user_id: users[name], user_name: name },
    ...{ team_id: team, team_domain: "acme", channel_id: channel, channel_name: "support" },
    ...{ api_app_id: "A0HANDOFF", response_url: answerUrl(), trigger_id: "1.2.3", token: "unused" },
    ...more,
  });
  return answer === "" ? "" : String(JSON.parse(answer).text);
};

/** Sends what Slack would, signed as Slack signs. Returns the body of the answer. */
async function sent(kind: "event" | "command" | "interactivity", payload: object): Promise<string> {
  const body =
    kind === "event"
      ? JSON.stringify(payload)
      : new URLSearchParams(
          kind === "command" ? { ...payload } : { payload: JSON.stringify(payload) },
        ).toString();
  const seconds = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac("sha256", signingSecret).update(`v0:${seconds}:${body}`).digest("hex");
  const response = await fetch(app.eventsUrl ?? "", {
    method: "POST",
    body,
    headers: {
      "content-type": kind === "event" ? "application/json" : "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": seconds,
      "x-slack-signature": `v0=${digest}`,
    },
  });
  expect(response.status).toBe(200);
  return response.text();
}

const answerUrl = () => `http://127.0.0.1:${(answers.address() as AddressInfo).port}/`;

async function triggerOf(name: Name): Promise<string> {
  const made: object = await as(botToken).apiCall("views.generateTriggerId", { user_id: users[name] });
  return "trigger_id" in made ? String(made.trigger_id) : "";
}

const inspected = async (tab: string) => (await fetch(`${emulator.url}/?tab=${tab}`)).text();
