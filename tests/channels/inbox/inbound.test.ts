import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Browser } from "./support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "./support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "./support/members.ts";
import { visitorIn } from "./support/visitors.ts";

let server: InboxServer;
let ana: Browser;
let ben: Browser;
let path: string;
let visitors = 0;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
  ben = await signedInAgent(server, "Ben");
});

beforeEach(async () => {
  const maria = visitorIn(server.conversations, `Maria ${++visitors}`);
  await maria.says("My parcel is late.");
  path = `/api/conversations/${await maria.asksForAPerson()}`;
});

afterAll(() => server.close());

const told = async () => (await ana.get(path)).body;
const act = () => ({ id: randomUUID() });

test("an agent's first reply reaches the conversation under the agent's name, and makes it theirs", async () => {
  const { status, body } = await ben.post(`${path}/reply`, { id: randomUUID(), text: " Hello, I am Ben. " });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    fresh: true,
    seq: 3,
    conversation: { status: "agent", agent: { name: "Ben" } },
  });

  const { events } = await told();
  expect(events.at(-1)).toMatchObject({
    type: "message.posted",
    via: "inbox",
    message: { author: { kind: "agent", name: "Ben" }, text: "Hello, I am Ben.", note: false },
  });
});

test("a reply sent twice stands there once, and both answers name the same place", async () => {
  const reply = { id: randomUUID(), text: "Only once, please." };
  const answers = await Promise.all([ben.post(`${path}/reply`, reply), ben.post(`${path}/reply`, reply)]);
  expect(answers.map(({ body }) => body.seq)).toEqual([3, 3]);
  expect(answers.map(({ body }) => body.fresh).sort()).toEqual([false, true]);
  expect((await told()).events).toHaveLength(3);
});

test("two agents who happen to use the same id are both heard", async () => {
  const id = randomUUID();
  await ben.post(`${path}/reply`, { id, text: "From Ben" });
  const { body } = await ana.post(`${path}/reply`, { id, text: "From Ana" });
  expect(body.fresh).toBe(true);
});

test("a note is kept apart from what the visitor reads, and takes nothing over", async () => {
  await ben.post(`${path}/note`, { id: randomUUID(), text: "A regular customer." });
  const { conversation, events } = await told();
  expect(events.at(-1).message).toMatchObject({ note: true, text: "A regular customer." });
  expect(conversation.status).toBe("waiting");
});

test("whoever claims second learns who was first", async () => {
  expect((await ben.post(`${path}/claim`, act())).body.conversation.agent.name).toBe("Ben");
  const second = await ana.post(`${path}/claim`, act());
  expect(second.status).toBe(409);
  expect(second.body.error.message).toBe("Ben already has this conversation.");
});

test("hand back, close and reopen do what they say", async () => {
  await ben.post(`${path}/claim`, act());
  expect((await ben.post(`${path}/hand-back`, act())).body.conversation.status).toBe("assistant");
  expect((await ben.post(`${path}/close`, act())).body.conversation.status).toBe("closed");

  const late = await ben.post(`${path}/reply`, { id: randomUUID(), text: "One more thing" });
  expect(late.status).toBe(409);
  expect(late.body.error.message).toBe("This conversation is closed. Reopen it to reply.");

  expect((await ben.post(`${path}/reopen`, act())).body.conversation).toMatchObject({
    status: "agent",
    agent: { name: "Ben" },
  });
});

test("what cannot be taken is refused in words", async () => {
  const empty = await ben.post(`${path}/reply`, { id: randomUUID(), text: "   " });
  expect(empty.status).toBe(422);
  expect(empty.body.error.message).toMatch(/the message is empty/);

  const long = await ben.post(`${path}/reply`, { id: randomUUID(), text: "x".repeat(12_001) });
  expect(long.body.error.message).toMatch(/at most 12000/);

  expect((await ben.post(`${path}/reply`, { id: "1", text: "Hello" })).body.error.fields).toHaveProperty(
    "id",
  );
  expect((await ben.post("/api/conversations/none/reply", { id: randomUUID(), text: "Hello" })).status).toBe(
    404,
  );
});

test("an agent blocks a visitor, which closes the conversation, and unblocks them", async () => {
  const blocked = await ben.post(`${path}/block`, act());
  expect(blocked.body.conversation).toMatchObject({ isBlocked: true, status: "closed" });
  const unblocked = await ana.post(`${path}/unblock`, act());
  expect(unblocked.body.conversation).toMatchObject({ isBlocked: false, status: "closed" });
});
