import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "./support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "./support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "./support/members.ts";
import { openPage } from "./support/page.ts";
import { visitorIn } from "./support/visitors.ts";

let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
});

afterAll(() => server.close());

test("every open page sees a conversation move in its list, with the last words", async () => {
  const page = await openPage(server, ana);
  const id = await visitorIn(server.conversations, "Lena").says("Is anybody there?");
  const frame = await page.until(() => page.frames.find(({ type }) => type === "conversation"));
  expect(frame).toMatchObject({
    summary: { conversation: { id, visitor: { name: "Lena" } }, lastText: "Is anybody there?" },
  });
  page.close();
});

test("every open page is told that settings were changed, and only that", async () => {
  const page = await openPage(server, ana);
  await server.settings.change({ greeting: "Hello there" }, "Ben in Slack");
  const frame = await page.until(() => page.frames.find(({ type }) => type === "settings"));
  expect(frame).toEqual({ type: "settings" });
  page.close();
});

test("a team note moves the list without becoming the last words", async () => {
  const id = await visitorIn(server.conversations, "Nora").says("Hello");
  const page = await openPage(server, ana);
  await ana.post(`/api/conversations/${id}/note`, { id: randomUUID(), text: "Between us" });
  const frame = await page.until(() => page.frames.find(({ type }) => type === "conversation"));
  expect(JSON.stringify(frame)).not.toContain("Between us");
  page.close();
});

test("how far the visitor has read moves no list; an edit and a delete change the last words", async () => {
  const rosa = visitorIn(server.conversations, "Rosa");
  const conversationId = await rosa.asksForAPerson();
  await ana.post(`/api/conversations/${conversationId}/reply`, { id: randomUUID(), text: "Helo" });
  const { events } = (await ana.get(`/api/conversations/${conversationId}`)).body;
  const { message } = events.at(-1);
  const source = () => ({ via: "slack", externalId: randomUUID() });

  const page = await openPage(server, ana);
  const listed = () => page.frames.flatMap((frame) => (frame.type === "conversation" ? [frame.summary] : []));
  await server.conversations.reach({ conversationId, upTo: 2, isSeen: true, source: source() });
  const change = { conversationId, messageId: message.id, by: message.author };
  await server.conversations.edit({ ...change, text: "Hello", source: source() });
  await page.until(() => listed().length === 1);
  await server.conversations.remove({ ...change, source: source() });
  await page.until(() => listed().length === 2);
  expect(listed().map(({ lastText }) => lastText)).toEqual(["Hello", ""]);
  page.close();
});

test("who waits for people stands in the list with their own words, live and when it is read anew", async () => {
  const dora = visitorIn(server.conversations, "Dora");
  const conversationId = await dora.says("My parcel is lost");
  const { generation } = (await server.store.find(conversationId)) ?? expect.fail("it is there");
  const page = await openPage(server, ana);
  const text = "I can bring in a person.";
  const source = () => ({ via: "assistant", externalId: randomUUID() });
  await server.conversations.answer({ conversationId, generation, text, source: source() });
  await dora.asksForAPerson();
  const listed = () => page.frames.flatMap((frame) => (frame.type === "conversation" ? [frame.summary] : []));
  await page.until(() => listed().length === 2);
  expect(listed().map(({ lastText }) => lastText)).toEqual([text, "My parcel is lost"]);
  const read = async () => {
    const { summaries } = (await ana.get("/api/conversations?search=Dora")).body;
    return summaries.map(({ lastText }: { lastText: string }) => lastText);
  };
  expect(await read()).toEqual(["My parcel is lost"]);

  await ana.post(`/api/conversations/${conversationId}/reply`, { id: randomUUID(), text: "Found it" });
  expect(await read()).toEqual(["Found it"]);
  page.close();
});

test("the watched conversation arrives from the cursor on and then as it happens, each event once, in order", async () => {
  const maria = visitorIn(server.conversations, "Maria");
  const conversationId = await maria.says("1");
  await maria.says("2");
  const page = await openPage(server, ana);
  page.say({ type: "watch", conversationId, after: 1 });
  await Promise.all(["3", "4", "5", "6", "7", "8"].map((text) => maria.says(text)));
  await page.until(() => page.seqs().length >= 7);
  expect(page.seqs()).toEqual([2, 3, 4, 5, 6, 7, 8]);
  page.close();
});

test("a page that lost its line is told what it missed, and nothing twice", async () => {
  const tom = visitorIn(server.conversations, "Tom");
  const conversationId = await tom.says("1");
  const before = await openPage(server, ana);
  before.say({ type: "watch", conversationId, after: 0 });
  await before.until(() => before.seqs().includes(1));
  before.vanish();
  await tom.says("2");
  await tom.says("3");

  const after = await openPage(server, ana);
  after.say({ type: "watch", conversationId, after: 1 });
  await after.until(() => after.seqs().includes(3));
  await tom.says("4");
  await after.until(() => after.seqs().includes(4));
  expect(after.seqs()).toEqual([2, 3, 4]);
  after.close();
});

test("news of another node, which come without their events, are read from the store", async () => {
  const olga = visitorIn(server.conversations, "Olga");
  const conversationId = await olga.says("1");
  const page = await openPage(server, ana);
  page.say({ type: "watch", conversationId, after: 1 });
  page.say({ type: "ping" });
  await page.until(() => page.frames.some(({ type }) => type === "pong"));

  const stored = await server.store.find(conversationId);
  await server.store.record({
    conversation: stored ?? expect.fail("it was stored"),
    happenings: [
      {
        type: "message.posted",
        message: { id: randomUUID(), author: { kind: "assistant" }, text: "From afar", note: false },
      },
    ],
    source: { via: "test", externalId: randomUUID() },
    lanes: [],
  });
  server.live.announce({ conversationId, siteKey: "default", visitorId: "olga", seq: 2 });
  await page.until(() => page.seqs().includes(2));
  const listed = await page.until(() => page.frames.find(({ type }) => type === "conversation"));
  expect(listed).toMatchObject({ summary: { lastText: "From afar" } });
  page.close();
});

test("a page watches one conversation at a time", async () => {
  const [one, two] = [visitorIn(server.conversations, "One"), visitorIn(server.conversations, "Two")];
  const first = await one.says("1");
  const second = await two.says("1");
  const page = await openPage(server, ana);
  page.say({ type: "watch", conversationId: first, after: 1 });
  page.say({ type: "watch", conversationId: second, after: 0 });
  await page.until(() => page.seqs().length === 1);
  await one.says("not watched any more");
  await two.says("2");
  await page.until(() => page.seqs().length === 2);
  const told = page.frames.filter((frame) => frame.type === "news");
  expect(told.every(({ conversationId }) => conversationId === second)).toBe(true);
  page.close();
});

test("nobody listens in without signing in, nor from another website's page", async () => {
  await expect(openPage(server, openBrowser(server))).rejects.toThrow("401");
  await expect(openPage(server, ana, { Origin: "https://evil.example" })).rejects.toThrow("403");
});

test("the line of someone who is taken out of the team is cut", async () => {
  const watchful = await openInboxServer({ firstAdmin: admin, checkEveryMs: 300 });
  const ben = await signedInAgent(watchful, "Ben");
  const page = await openPage(watchful, ben);
  const { body } = await ben.get("/api/me");
  await watchful.team.remove(body.member.id);
  expect(await page.closed).toBe(4401);
  await watchful.close();
});

test("a frame that cannot be read ends the line, not the server", async () => {
  const page = await openPage(server, ana);
  page.say({ type: "nonsense" });
  expect(await page.closed).toBe(1008);
});

test("whoever looks at a conversation sees who else is there, until they go elsewhere or write no more", async () => {
  const conversationId = await visitorIn(server.conversations, "Seen by two").says("Hello");
  const [one, two] = [
    await openPage(server, ana),
    await openPage(server, await signedInAgent(server, "Beth")),
  ];
  const company = () => {
    const last = one.frames.findLast((frame) => frame.type === "company");
    return last?.type === "company" ? last.company.agents : [];
  };
  one.say({ type: "watch", conversationId, after: 0 });
  two.say({ type: "watch", conversationId, after: 0 });
  await one.until(() => company().some(({ name, isWriting }) => name === "Beth" && !isWriting));
  two.say({ type: "writing", note: false });
  await one.until(() => company().some(({ isWriting }) => isWriting));
  two.say({ type: "paused" });
  await one.until(() => company().every(({ isWriting }) => !isWriting));
  two.vanish();
  await one.until(() => company().length === 0);
  one.close();
});

test("whoever is given a conversation is told, wherever they are in the inbox, and nobody else", async () => {
  const id = await visitorIn(server.conversations, "Given").says("Hello");
  const carl = await signedInAgent(server, "Carl");
  const [giver, receiver] = [await openPage(server, ana), await openPage(server, carl)];
  const { member } = (await carl.get("/api/me")).body;
  await ana.post(`/api/conversations/${id}/assign`, { id: randomUUID(), to: member.id });
  const frame = await receiver.until(() => receiver.frames.find(({ type }) => type === "assigned"));
  expect(frame).toMatchObject({ by: "Ana", conversation: { id, agent: { name: "Carl" } } });
  expect(giver.frames.some(({ type }) => type === "assigned")).toBe(false);
  giver.close();
  receiver.close();
});

test("whoever is recognised as somebody in Slack is told at every page of theirs, and nobody else is", async () => {
  const dora = await signedInAgent(server, "Dora");
  const { member } = (await dora.get("/api/me")).body;
  await server.team.confirm(member.id);
  const [hers, anas] = [await openPage(server, dora), await openPage(server, ana)];
  await server.identities.recognise({ id: "slack:T1/UDORA", name: "dora" }, member.email);
  await hers.until(() => hers.frames.some(({ type }) => type === "recognised"));
  anas.say({ type: "ping" });
  await anas.until(() => anas.frames.some(({ type }) => type === "pong"));
  expect(anas.frames.some(({ type }) => type === "recognised")).toBe(false);
  hers.close();
  anas.close();
});

test("whoever has the inbox open is there, also a moment after, and other nodes hear of it where it counts", async () => {
  const quiet = await openInboxServer({ firstAdmin: admin });
  const mia = await signedInAdmin(quiet);
  const sees = () => quiet.inbox.seesTeam();
  expect(await sees()).toBe("unknown");

  (await openPage(quiet, mia)).close();
  await expect.poll(sees).toBe("here");
  expect(await quiet.sightings.last("inbox")).toBeUndefined();
  await quiet.settings.change({ presenceCounts: true }, "Mia");
  const page = await openPage(quiet, mia);
  await expect.poll(() => quiet.sightings.last("inbox")).toMatchObject({ presence: "here" });
  page.close();

  quiet.clock.now += 90_000;
  expect(await sees()).toBe("unknown");
  await quiet.sightings.save("inbox", { presence: "here", at: quiet.clock.now });
  expect(await sees()).toBe("here");
  await quiet.close();
});
