import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "./support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "./support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "./support/members.ts";
import { openPage } from "./support/page.ts";
import { visitorIn } from "./support/visitors.ts";

let server: InboxServer;
let ana: Browser;
let eva: Browser;
let evaId: string;
const ours = (name: string) => visitorIn(server.conversations, name, undefined, "outlet");
const others = (name: string) => visitorIn(server.conversations, name);

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
  await ana.post("/api/sites", { key: "outlet", name: "Outlet" });
  eva = await signedInAgent(server, "Eva", ["outlet"]);
  evaId = (await eva.get("/api/me")).body.member.id;
  await ours("Olga").asksForAPerson();
  await others("Maria").asksForAPerson();
});

afterAll(() => server.close());

test("an agent's lists, exports and numbers speak of their sites alone", async () => {
  const { summaries } = (await eva.get("/api/conversations")).body;
  expect(summaries.map((listed: typeof summaries) => listed.conversation.visitor.name)).toEqual(["Olga"]);

  for (const path of ["/api/export.csv", "/api/export.jsonl"]) {
    const { text } = await eva.get(path);
    expect(text).toContain("Olga");
    expect(text).not.toContain("Maria");
  }

  const range = `from=${server.clock.now - 1_000}&to=${server.clock.now + 1_000}`;
  expect((await eva.get(`/api/analytics?${range}`)).body).toMatchObject({
    figures: { conversations: { now: 1 } },
    waitingNow: 1,
  });
  expect((await ana.get(`/api/analytics?${range}`)).body).toMatchObject({
    figures: { conversations: { now: 2 } },
    waitingNow: 2,
  });
});

test("an agent reads of their sites alone in settings and knowledge, and of what is known for all", async () => {
  for (const [title, siteKey] of [["For all"], ["Ours", "outlet"], ["Theirs", "default"]])
    await ana.post("/api/knowledge/articles", { kind: "page", title, text: "Words.", siteKey });
  const { articles, sites } = (await eva.get("/api/knowledge")).body;
  expect(articles.map(({ title }: typeof articles) => title).sort()).toEqual(["For all", "Ours"]);
  for (const listed of [sites, (await eva.get("/api/settings")).body.sites])
    expect(listed).toMatchObject([{ key: "outlet" }]);

  const all: typeof articles = (await ana.get("/api/knowledge")).body.articles;
  const theirs = all.find(({ title }: typeof articles) => title === "Theirs");
  expect((await ana.get(`/api/knowledge/articles/${theirs.id}`)).status).toBe(200);
  expect((await eva.get(`/api/knowledge/articles/${theirs.id}`)).status).toBe(404);
});

test("an agent reads of changes of settings what concerns everybody or their sites, however far back", async () => {
  const keys = async (who: Browser) =>
    (await who.get("/api/settings")).body.changes.map(({ key }: { key: string }) => key);
  await server.settings.change({ greeting: "Hello" }, "Ana");
  await server.settings.note([{ key: "slack workspace T1", before: null, after: "Acme" }], "Ana");
  // Whose it was is not in what older versions wrote.
  await server.settings.note([{ key: "knowledge page: Old", before: null, after: "Words." }], "Ana");
  const { articles } = (await ana.get("/api/knowledge")).body;
  const ours = articles.find(({ title }: { title: string }) => title === "Ours");
  await ana.request("PUT", `/api/knowledge/articles/${ours.id}`, {
    ...ours,
    title: "Moved",
    siteKey: "default",
  });
  for (const colour of Array.from({ length: 60 }, (_, index) => `#1a73${index + 10}`))
    await ana.request("PUT", "/api/sites/default", { look: { accent: colour, side: "left" } });

  expect((await keys(eva)).sort()).toEqual([
    "greeting",
    "knowledge page of *: For all",
    "knowledge page of outlet: Ours",
    "site outlet: name",
  ]);
  expect(new Set(await keys(ana))).toEqual(new Set(["site default: look"]));
  const ben = await signedInAgent(server, "Ben");
  expect(new Set(await keys(ben))).toEqual(new Set(["site default: look"]));
});

test("an open page is told of its member's sites alone, and a watch of another's tells nothing", async () => {
  const theirs = await others("Nora").says("1");
  const page = await openPage(server, eva);
  page.say({ type: "watch", conversationId: theirs, after: 0 });
  await others("Nora").says("Not for you");
  const id = await ours("Paul").says("For you");
  await page.until(() => page.frames.some(({ type }) => type === "conversation"));
  page.say({ type: "watch", conversationId: id, after: 0 });
  await page.until(() => page.seqs().length > 0);

  expect(JSON.stringify(page.frames)).toContain("For you");
  expect(JSON.stringify(page.frames)).not.toContain("Nora");
  page.close();
});

test("an open page whose member works for other sites from now on begins anew, at once", async () => {
  const page = await openPage(server, eva);
  const { status, body } = await ana.request("PUT", `/api/team/${evaId}`, {
    role: "agent",
    siteKeys: ["default"],
  });
  expect(status).toBe(200);
  expect(body.member).toMatchObject({ name: "Eva", siteKeys: ["default"] });
  expect(await page.closed).toBe(1013);

  const again = await openPage(server, eva);
  await ours("Rosa").says("Not for you any more");
  await others("Tom").says("For you");
  await again.until(() => again.frames.some(({ type }) => type === "conversation"));
  expect(JSON.stringify(again.frames)).not.toContain("Rosa");
  again.close();
});

test("an open page of somebody whose rights stay the same stays open when others' change", async () => {
  const page = await openPage(server, ana);
  await ana.request("PUT", `/api/team/${evaId}`, { role: "agent", siteKeys: ["outlet"] });
  page.say({ type: "ping" });
  await page.until(() => page.frames.some(({ type }) => type === "pong"));
  page.close();
});

test("who becomes an admin works for all sites", async () => {
  await ana.request("PUT", `/api/team/${evaId}`, { role: "admin", siteKeys: ["outlet"] });
  const theirs = await others("Uma").says("Hello");
  const path = `/api/conversations/${theirs}/note`;
  expect((await eva.post(path, { id: randomUUID(), text: "Hm" })).status).toBe(200);
});

test("nobody takes the admin's role from themselves, and one admin is left", async () => {
  const me = (await ana.get("/api/me")).body.member;
  const { status, body } = await ana.request("PUT", `/api/team/${me.id}`, { role: "agent" });
  expect(status).toBe(409);
  expect(body.error.message).toContain("another admin");
  await ana.request("PUT", `/api/team/${evaId}`, { role: "agent" });
  await expect(server.team.change(me.id, { role: "agent", siteKeys: [] })).rejects.toThrow("needs an admin");
});
