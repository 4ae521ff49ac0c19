import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvLine } from "../../../../src/channels/inbox/analytics/csv.ts";
import type { Browser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin } from "../support/members.ts";
import { visitorIn } from "../support/visitors.ts";

let server: InboxServer;
let ana: Browser;
let conversationId: string;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
  const maria = visitorIn(server.conversations, "Maria");
  await maria.says('=HYPERLINK("https://evil.example","click")');
  conversationId = await maria.asksForAPerson();
  await ana.post(`/api/conversations/${conversationId}/note`, { id: randomUUID(), text: "Odd, isn't it?" });
  await ana.post(`/api/conversations/${conversationId}/reply`, { id: randomUUID(), text: "Hello\nMaria" });
});

afterAll(() => server.close());

test("the CSV holds every transcript, and nothing a spreadsheet would run", async () => {
  const { text, headers } = await ana.get("/api/export.csv?notes=1");
  expect(headers.get("content-disposition")).toBe("attachment; filename=conversations.csv");
  const time = "2026-03-02T10:00:00.000Z";
  expect(text.replaceAll(conversationId, "ID").split("\r\n")).toEqual([
    "conversation,site,visitor,time,author,name,text,note",
    `ID,default,Maria,${time},visitor,Maria,"'=HYPERLINK(""https://evil.example"",""click"")",false`,
    `ID,default,Maria,${time},system,,Connecting you with a team member — one moment please.,false`,
    `ID,default,Maria,${time},agent,Ana,"Odd, isn't it?",true`,
    `ID,default,Maria,${time},agent,Ana,"Hello\nMaria",false`,
    "",
  ]);
});

test("the JSON lines hold the same, unchanged", async () => {
  const { text } = await ana.get("/api/export.jsonl?notes=1");
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ author, note }) => [author, note])).toEqual([
    ["visitor", false],
    ["system", false],
    ["agent", true],
    ["agent", false],
  ]);
  expect(lines[0].text).toBe('=HYPERLINK("https://evil.example","click")');
});

test("what the team wrote for itself is left out unless it is asked for", async () => {
  expect((await ana.get("/api/export.csv")).text).not.toContain("Odd, isn't it?");
  expect((await ana.get(`/api/export.jsonl?conversation=${conversationId}`)).text).not.toContain("Odd");
});

test("of a range it holds the conversations that were active in it, whole, and of one site if asked", async () => {
  const before = server.clock.now;
  const id = await visitorIn(server.conversations, "Early").says("Long ago");
  server.clock.now += 40 * 24 * 60 * 60 * 1000;
  await visitorIn(server.conversations, "Early").says("And today");
  await visitorIn(server.conversations, "Late").says("Only today");
  const range = (more = "") =>
    `from=${server.clock.now - 60 * 60 * 1000}&to=${server.clock.now + 60 * 60 * 1000}${more}`;
  const { text } = await ana.get(`/api/export.jsonl?${range()}`);
  expect(text).toContain(id);
  for (const words of ["Long ago", "And today", "Only today"]) expect(text).toContain(words);
  expect(text).not.toContain(conversationId);
  expect((await ana.get(`/api/export.jsonl?${range("&site=elsewhere")}`)).text).toBe("");
  server.clock.now = before;
});

test("an export holds what still stands", async () => {
  const past = await visitorIn(server.conversations, "Past").asksForAPerson();
  for (const text of ["Helo", "Wrong window"])
    await ana.post(`/api/conversations/${past}/reply`, { id: randomUUID(), text });
  const { events } = (await ana.get(`/api/conversations/${past}`)).body;
  const [{ message: helo }, { message: wrong }] = events.slice(-2);
  const change = () => ({ conversationId: past, source: { via: "test", externalId: randomUUID() } });
  await server.conversations.edit({ ...change(), messageId: helo.id, by: helo.author, text: "Hello" });
  await server.conversations.remove({ ...change(), messageId: wrong.id, by: wrong.author });

  const { text } = await ana.get(`/api/export.jsonl?conversation=${past}`);
  expect(text).toContain('"text":"Hello"');
  expect(text).not.toMatch(/Helo"|Wrong window/);
});

test("an export holds what was said, and in JSON its translation too", async () => {
  const fr = visitorIn(server.conversations, "Zoé");
  const id = await fr.says("Où est ma commande ?");
  const [said] = await server.store.eventsAfter(id, 0);
  if (said?.type !== "message.posted") throw new Error("Nothing was said.");
  const act = { conversationId: id, source: { via: "test", externalId: randomUUID() } };
  await server.conversations.switchTranslation({
    ...{ ...act, isOn: true, teamLanguage: "de", agent: { id: "u1", name: "Ana" } },
  });
  const translation = { state: "done", text: "Wo ist meine Bestellung?", language: "de" } as const;
  await server.conversations.translate({
    ...{ conversationId: id, source: { via: "test", externalId: randomUUID() } },
    outcomes: [{ messageId: said.message.id, of: "Où est ma commande ?", translation }],
  });

  const json = JSON.parse((await ana.get(`/api/export.jsonl?conversation=${id}`)).text);
  expect(json.text).toBe("Où est ma commande ?");
  expect(json.translation).toEqual({ language: "de", text: "Wo ist meine Bestellung?" });
  const csv = (await ana.get(`/api/export.csv?conversation=${id}`)).text;
  expect(csv).toContain("Où est ma commande ?");
  expect(csv).not.toContain("Bestellung");
});

test("one conversation can be had alone", async () => {
  await visitorIn(server.conversations, "Tom").says("Something else");
  const { text } = await ana.get(`/api/export.jsonl?conversation=${conversationId}`);
  expect(text).not.toContain("Something else");
  expect((await ana.get("/api/export.jsonl")).text).toContain("Something else");
  expect((await ana.get("/api/export.csv?conversation=none")).status).toBe(404);
});

test("hundreds of conversations come out whole, each once", async () => {
  for (let i = 0; i < 230; i++) await visitorIn(server.conversations, `V${i}`).says(`word ${i}`);
  const { text } = await ana.get("/api/export.jsonl");
  const said = text.match(/"text":"word \d+"/g) ?? [];
  expect(new Set(said).size).toBe(230);
  expect(said).toHaveLength(230);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("a cell %j is text to a spreadsheet", (cell) => {
  expect(csvLine([cell]).replace(/^"/, "")).toMatch(/^'/);
});
