import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../src/conversation/message.ts";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { openPage } from "../channels/inbox/support/page.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

const password = "a long enough password";

let running: Running;
let admin: Browser;
beforeAll(async () => {
  running = await startRunning();
  await running.slackIsOn();
  admin = openBrowser(running);
  await admin.signIn("admin@example.com", "correct horse battery");
});
afterAll(() => running.stop());

const slackOf = (name: string) => running.slack.as(name);

/** A visitor who asked for a person, their conversation, and its thread. */
async function handedOff(words: string) {
  const visitor = await running.visitor();
  await visitor.says(words);
  await visitor.asksForPerson();
  const [found] = (await running.app.storage.directory.list({ search: words })).summaries;
  const thread = () =>
    running.slack.threads("support").find(({ replies }) => JSON.stringify(replies).includes(words)) ??
    expect.fail(`a thread holds “${words}”`);
  const { ts } = await waitFor(thread);
  const id = found?.conversation.id ?? "";
  return { visitor, id, thread, at: { channel: running.slack.channelId("support"), ts } };
}

/** Somebody whom an admin gave a link: nobody has shown yet that the address is theirs. */
async function joined(
  name: string,
  address: string,
  role: "agent" | "admin" = "agent",
  siteKeys: string[] = [],
) {
  const email = `${address}@example.com`;
  const { body } = await admin.post("/api/team", { name, email, role, siteKeys });
  const token = new URL(body.link).searchParams.get("token") ?? "";
  const browser = openBrowser(running);
  const { member } = (await browser.post("/api/join", { token, name, password })).body;
  await browser.signIn(email, password);
  return { browser, id: String(member.id) };
}

const mine = async (browser: Browser) => {
  const { body } = await browser.get("/api/conversations?status=mine");
  return body.summaries.map((summary: { conversation: { id: string } }) => summary.conversation.id);
};

const listed = async (memberId: string) =>
  (await admin.get("/api/team")).body.members.find(({ id }: { id: string }) => id === memberId);

const agentOf = async (id: string) => (await running.app.storage.store.find(id))?.agent;

test("who claims in Slack finds it under “Mine” in the inbox, answers there, and is one person everywhere", async () => {
  const { visitor, id, thread, at } = await handedOff("My bike 401 squeaks");
  await slackOf("ana").click(at, "Claim");
  await slackOf("ana").reply(at, "Which wheel?");
  await visitor.hears("Which wheel?");
  expect(visitor.log).toContain("Ana: Which wheel?");

  const ana = await joined("Ana Lopez", "ana");
  // Until somebody vouches for the address, whoever typed it is not Ana.
  expect(await listed(ana.id)).toMatchObject({ isConfirmed: false, slackNames: [] });
  await slackOf("ana").reply(at, "Front or back?");
  await visitor.hears("Front or back?");
  expect(await mine(ana.browser)).toEqual([]);

  await admin.post(`/api/team/${ana.id}/confirm`);
  await waitFor(async () => expect((await listed(ana.id)).slackNames).toEqual(["ana"]));
  expect(await mine(ana.browser)).toEqual([id]);

  const page = await openPage(running, ana.browser);
  page.say({ type: "watch", conversationId: id, after: 0 });
  await slackOf("ana").reply(at, "Take your time.");
  const news = await page.until(() =>
    page.frames
      .flatMap((frame) => (frame.type === "news" ? frame.events : []))
      .find((event) => event.type === "message.posted" && event.message.text === "Take your time."),
  );
  expect(news).toMatchObject({ message: { author: { id: ana.id, name: "Ana Lopez" } } });
  await ana.browser.post(`/api/conversations/${id}/reply`, {
    id: crypto.randomUUID(),
    text: "It is the chain.",
  });
  await visitor.hears("It is the chain.");
  expect(visitor.log.slice(-2)).toEqual(["Ana Lopez: Take your time.", "Ana Lopez: It is the chain."]);

  await waitFor(() => expect(JSON.stringify(thread().replies)).toContain("It is the chain."));
  const card = JSON.stringify(thread().blocks);
  expect(card.match(/Ana/g)).toHaveLength(1);
  expect(card).toContain("Ana Lopez");

  const { body: whole } = await ana.browser.get(`/api/conversations/${id}`);
  const authors = whole.events
    .filter(({ type }: { type: string }) => type === "message.posted")
    .map(({ message }: { message: Message }) => message.author)
    .filter(({ kind }: { kind: string }) => kind === "agent");
  expect(
    new Set(authors.map((author: { id: string; name: string }) => `${author.id} ${author.name}`)),
  ).toEqual(new Set([`${ana.id} Ana Lopez`]));

  const now = Date.now();
  const range = `from=${now - 3_600_000}&to=${now + 3_600_000}`;
  await waitFor(async () => {
    const { body } = await admin.get(`/api/analytics?${range}`);
    expect(body.agents).toEqual([{ id: ana.id, name: "Ana Lopez" }]);
  });
  const { body: hers } = await admin.get(
    `/api/analytics/conversations?${range}&measure=handedOff&agent=${ana.id}`,
  );
  expect(hers.total).toBe(1);
  page.close();
});

test("a member who has never written in Slack is called there by the name they have in it", async () => {
  const { id, thread, at } = await handedOff("My tyre 402 is flat");
  const ben = await joined("Benjamin", "ben");
  await admin.post(`/api/team/${ben.id}/confirm`);
  await waitFor(async () => expect((await listed(ben.id)).slackNames).toEqual(["ben"]));
  await admin.post(`/api/conversations/${id}/assign`, { id: crypto.randomUUID(), to: ben.id });
  const { userId } = slackOf("ben");
  await waitFor(() => expect(JSON.stringify(thread().replies)).toContain(`<@${userId}> Admin assigned`));

  // Who has it learns in the thread that somebody else answered, and their own answers there are theirs.
  await slackOf("ana").reply(at, "I am quicker.");
  await waitFor(() =>
    expect(
      slackOf("ben")
        .inbox()
        .map(({ text }) => text),
    ).toContainEqual(expect.stringMatching(/^Ana Lopez has answered/)),
  );
  const told = slackOf("ben").inbox().length;
  await slackOf("ben").reply(at, "Thank you.");
  await running.slack.idle();
  expect(slackOf("ben").inbox()).toHaveLength(told);
  await slackOf("ben").openHome();
  await waitFor(() => expect(JSON.stringify(slackOf("ben").home())).toContain("with you"));
});

test("one agent has in each place what that place allows them, and no more", async () => {
  // In Slack Ana is an admin and Ben is not; in the inbox it is the other way round.
  const members = (await admin.get("/api/team")).body.members;
  const idOf = (email: string) => members.find((one: { email: string }) => one.email === email).id;
  await admin.request("PUT", `/api/team/${idOf("ben@example.com")}`, { role: "admin" });
  const ana = openBrowser(running);
  await ana.signIn("ana@example.com", password);
  expect((await ana.request("PUT", "/api/settings", { change: { liveHandoff: false } })).status).toBe(403);
  expect((await slackOf("ana").command("/handoff", "status"))?.text).toContain("Live handoff");
  await slackOf("ben").command("/handoff", "off");
  await running.slack.idle();
  expect((await running.app.settings.current()).liveHandoff).toBe(true);
});

test("a conversation of a site they do not work for stays closed to them in the inbox, though they claim it in Slack", async () => {
  await running.app.storage.sites.add({ key: "outlet", name: "Outlet" });
  const chris = await joined("Chris", "chris", "agent", ["outlet"]);
  await admin.post(`/api/team/${chris.id}/confirm`);
  await waitFor(async () => expect((await listed(chris.id)).slackNames).toEqual(["chris"]));
  const { id, at } = await handedOff("My saddle 403 is hard");
  await slackOf("chris").click(at, "Claim");
  await waitFor(async () => expect(await agentOf(id)).toMatchObject({ id: chris.id, name: "Chris" }));
  expect(await mine(chris.browser)).toEqual([]);
  expect((await chris.browser.get(`/api/conversations/${id}`)).status).toBe(404);
});

test("who is taken out of the team leaves what they had under both names, and is who they are in Slack again", async () => {
  const { id, visitor, at } = await handedOff("My bell 404 is mute");
  await slackOf("ana").click(at, "Claim");
  const members = (await admin.get("/api/team")).body.members;
  const ana = members.find(({ email }: { email: string }) => email === "ana@example.com");
  await waitFor(async () => expect((await agentOf(id))?.id).toBe(ana.id));

  const { body } = await admin.request("DELETE", `/api/team/${ana.id}`);
  expect(body.takenOver).toBe(2);
  expect((await agentOf(id))?.name).toBe("Admin");
  await slackOf("ana").reply(at, "I still like bells.");
  await visitor.hears("I still like bells.");
  expect(visitor.log).toContain("Ana: I still like bells.");
});
