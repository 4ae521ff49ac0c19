import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { onThisMachine, openWebsite, website } from "../../../knowledge/support/website.ts";
import type { Browser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "../support/members.ts";

let server: InboxServer;
let browser: Browser;
let site: Awaited<ReturnType<typeof openWebsite>>;

beforeEach(async () => {
  site = await openWebsite();
  server = await openInboxServer({ firstAdmin: admin, mayAsk: onThisMachine });
  browser = await signedInAdmin(server);
});
afterEach(async () => {
  await server.close();
  await site.close();
});

const add = (article: object) => browser.post("/api/knowledge/articles", article);
const articles = async () => (await browser.get("/api/knowledge")).body.articles;
const found = async (question: string, at = "default") =>
  (await browser.get(`/api/knowledge/search?question=${encodeURIComponent(question)}&site=${at}`)).body
    .passages;
const returns = {
  kind: "page",
  title: "Returns",
  text: "Send it back within 30 days.",
  url: "https://shop.example/r",
};
const log = async () => (await browser.get("/api/settings")).body.changes;

describe("what is pasted or uploaded", () => {
  test("is listed, found, changed and deleted, and the log says by whom", async () => {
    const { status, body } = await add(returns);
    expect(status).toBe(201);
    expect(body.articles).toMatchObject([
      { ...{ kind: "page", title: "Returns", state: "ready" }, preview: returns.text },
    ]);
    const [{ id }] = body.articles;
    expect(await found("send back")).toMatchObject([{ articleId: id, title: "Returns", text: returns.text }]);
    expect((await browser.get(`/api/knowledge/articles/${id}`)).body.article).toMatchObject({
      text: returns.text,
    });

    const better = { ...returns, text: "Send it back within 60 days.", url: "" };
    await browser.request("PUT", `/api/knowledge/articles/${id}`, better);
    expect(await found("send back")).toMatchObject([{ text: better.text }]);
    await browser.request("DELETE", `/api/knowledge/articles/${id}`);
    expect(await articles()).toEqual([]);
    expect(await found("send back")).toEqual([]);

    const key = "knowledge page of *: Returns";
    expect(await log()).toMatchObject([
      { key, before: better.text, after: null },
      { key, before: returns.text, after: better.text },
      { key, before: null, after: returns.text },
    ]);
    expect((await log())[0].by).toBe((await browser.get("/api/me")).body.member.name);
  });

  test("is refused in words at the field that is wrong", async () => {
    const fieldsOf = async (article: object) => (await add(article)).body.error.fields;
    expect(await fieldsOf({ kind: "page", title: "", text: "" })).toEqual({
      title: ["A page needs a title."],
      text: ["There is nothing in it."],
    });
    expect(await fieldsOf({ ...returns, url: "shop" })).toEqual({
      url: ["“shop” is no address. Write a whole one such as https://example.com/returns."],
    });
    expect(await fieldsOf({ kind: "answer", title: "?", text: "x" })).toEqual({
      title: ["Write the question as visitors ask it."],
    });
    expect((await add({ ...returns, siteKey: "nowhere" })).body.error.message).toBe("There is no such site.");
  });

  test("may be as long as a long page", async () => {
    expect((await add({ ...returns, text: "ü".repeat(200_000) })).status).toBe(201);
    const { body } = await add({ ...returns, text: "x".repeat(200_001) });
    expect(body.error.fields.text[0]).toMatch(/^At most 200,000 characters/);
  });

  test("for one site is found on that site only", async () => {
    await browser.post("/api/sites", { key: "shop", name: "Shop" });
    await add({ ...returns, siteKey: "shop" });
    expect(await found("send back", "shop")).toHaveLength(1);
    expect(await found("send back")).toEqual([]);
  });
});

describe("pages of a list of addresses", () => {
  const addPages = (urls: string) => browser.post("/api/knowledge/pages", { urls });
  const text = "You may send back anything you bought within thirty days, unworn and with its label.";

  test("are fetched, one after the other, and each failure is told at its address", async () => {
    site.pages["/returns"] = website.markdown(`# Returns\n\n${text}`);
    const { status, body } = await addPages(`${site.url}/returns\n${site.url}/gone`);
    expect(status).toBe(201);
    expect(body.articles.map(({ state }: { state: string }) => state)).toEqual(["waiting", "waiting"]);
    await server.knowledge.fetched();

    const byUrl = new Map((await articles()).map((article: { url: string }) => [article.url, article]));
    expect(byUrl.get(`${site.url}/returns`)).toMatchObject({ state: "ready", title: "Returns" });
    expect(byUrl.get(`${site.url}/gone`)).toMatchObject({
      state: "failed",
      problem: "There is no such page (404). Check the address.",
    });
    expect(await found("send back")).toMatchObject([{ url: `${site.url}/returns` }]);
  });

  test("are fetched again on demand; when that fails, what was known stays and the page says why", async () => {
    site.pages["/returns"] = website.markdown(`# Returns\n\n${text}`);
    await addPages(`${site.url}/returns`);
    await server.knowledge.fetched();
    const [{ id }] = await articles();
    const refresh = async () => {
      expect((await browser.post(`/api/knowledge/articles/${id}/refresh`)).status).toBe(200);
      await server.knowledge.fetched();
    };

    site.pages["/returns"] = website.markdown("# Returns\n\nWithin sixty days, to any of our shops.");
    await refresh();
    expect(await found("sixty days")).toHaveLength(1);
    expect(await found("unworn label")).toEqual([]);

    site.pages["/returns"] = website.status(500);
    await refresh();
    expect(await articles()).toMatchObject([{ state: "failed", problem: expect.stringContaining("(500)") }]);
    expect(await found("sixty days")).toHaveLength(1);
  });

  test("that are given twice are fetched again, and stay one", async () => {
    site.pages["/returns"] = website.markdown(`# Returns\n\n${text}`);
    await addPages(`${site.url}/returns ${site.url}/returns`);
    await server.knowledge.fetched();
    await addPages(`${site.url}/returns`);
    await server.knowledge.fetched();
    expect(await articles()).toHaveLength(1);
    expect(site.asked).toEqual(["/returns", "/returns"]);
  });

  test("are never fetched from private addresses", async () => {
    await addPages(`http://localhost.localdomain:${site.port}/\nhttp://10.0.0.1/`);
    await server.knowledge.fetched();
    for (const { state, problem } of await articles()) {
      expect(state).toBe("failed");
      expect(problem).toMatch(/not on the public internet|no website named|could not be reached/);
    }
    expect(site.asked).toEqual([]);
  });

  test("are at most fifty, and each one an address", async () => {
    const many = Array.from({ length: 51 }, (_, index) => `${site.url}/${index}`).join("\n");
    expect((await addPages(many)).body.error.fields.urls).toEqual(["At most 50 addresses at once."]);
    expect((await addPages("https://fine.example file:///etc/passwd")).body.error.fields.urls).toEqual([
      "“file:///etc/passwd” is no address. Write a whole one such as https://example.com/returns.",
    ]);
    expect((await addPages(" ")).body.error.fields.urls).toEqual(["Write one address a line."]);
  });
});

describe("proposals", () => {
  const propose = async (kind: "answer" | "trigger") =>
    server.proposals.propose({
      ...{ kind, origin: randomUUID(), conversationId: "c1", siteKey: "default" },
      ...(kind === "answer"
        ? { question: "Do you ship to Malta?", answer: "Yes." }
        : { question: "my zipper broke again", answer: "" }),
    });

  test("of an answer are decided by anybody of the team, in better words", async () => {
    const agent = await signedInAgent(server, "Ben");
    const proposal = await propose("answer");
    const path = `/api/knowledge/proposals/${proposal?.id}`;
    const empty = await agent.post(`${path}/approve`, { question: "?", answer: "" });
    expect(empty.body.error.fields).toEqual({
      question: ["Write the question as visitors ask it."],
      answer: ["There is no answer yet."],
    });
    const { body } = await agent.post(`${path}/approve`, {
      question: "Do you ship to Malta?",
      answer: "Within a week.",
    });
    expect(body.proposals).toEqual([]);
    expect(await found("Malta")).toMatchObject([{ text: "Within a week." }]);
    expect(await log()).toMatchObject([
      { key: "knowledge answer of default: Do you ship to Malta?", by: "Ben" },
    ]);

    const late = await browser.post(`${path}/reject`);
    expect([late.status, late.body.error.message]).toEqual([409, "Ben has already approved this."]);
  });

  test("of a trigger phrase are decided by admins, as the phrases themselves are", async () => {
    const agent = await signedInAgent(server, "Ben");
    const proposal = await propose("trigger");
    const path = `/api/knowledge/proposals/${proposal?.id}`;
    const words = { question: "zipper broke" };
    expect((await agent.post(`${path}/approve`, words)).status).toBe(403);
    expect((await agent.post(`${path}/reject`)).status).toBe(403);
    expect((await browser.post(`${path}/approve`, words)).status).toBe(200);
    expect((await browser.get("/api/settings")).body.settings.triggerPhrases).toEqual(["zipper broke"]);
  });

  test("whose phrase finds no room among the others stay open, and it is said why", async () => {
    const triggerPhrases = Array.from({ length: 200 }, (_, index) => `phrase ${index}`);
    await server.settings.change({ triggerPhrases }, "Ana");
    const proposal = await propose("trigger");
    const { status } = await browser.post(`/api/knowledge/proposals/${proposal?.id}/approve`, {
      question: "zipper",
    });
    expect(status).toBe(422);
    expect((await browser.get("/api/knowledge")).body.proposals).toHaveLength(1);
  });
});
