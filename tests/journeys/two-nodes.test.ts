import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../channels/inbox/support/browser.ts";
import { openPage } from "../channels/inbox/support/page.ts";
import { noPostgres, postgresDatabase, type TestDatabase } from "../support/databases.ts";
import { ana } from "../support/desk.ts";
import { gemini, startGemini, type Writing } from "../support/gemini.ts";
import { noRedis, redisUrl } from "../support/redis.ts";
import { type Running, startRunning } from "../support/running.ts";
import type { Visitor } from "../support/visitor.ts";

const skip = noPostgres ?? noRedis;

describe.skipIf(skip)(`two nodes on one database${skip ? ` (${skip})` : ""}`, () => {
  let database: TestDatabase;
  let nodes: Running[] = [];
  const secret = "the same secret on every node, long enough";

  const startNode = (environment: Record<string, string> = {}) =>
    startRunning({
      withoutSlack: true,
      environment: { DATABASE_URL: database.url, REDIS_URL: redisUrl, APP_SECRET: secret, ...environment },
    });

  beforeAll(async () => {
    database = await postgresDatabase();
    // The second finds the first's migrations, or waits for them.
    nodes = await Promise.all([startNode(), startNode()]);
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await database?.drop();
  });

  const node = (index: number) => {
    const running = nodes[index];
    if (!running) throw new Error("There is no such node.");
    return running;
  };
  const reply = async (running: Running, text: string, search: string) => {
    const { summaries } = await running.app.storage.directory.list({ search });
    await running.app.conversations.reply({
      conversationId: summaries[0]?.conversation.id ?? "",
      agent: ana,
      text,
      source: { via: "inbox", externalId: crypto.randomUUID() },
    });
  };

  test("an answer given on one reaches a visitor on the other at once", async () => {
    const visitor = await node(0).visitor();
    await visitor.says("Talk to a human about nodes");
    await visitor.hears("Connecting you");
    await reply(node(1), "From the other node.", "about nodes");
    await visitor.hears("From the other node.");
    visitor.leaves();
  });

  test("who is recognised on one is one agent on the other at once", async () => {
    const invited = { name: "Ana Lopez", email: "ana@example.com", role: "agent", siteKeys: [] } as const;
    const { link } = await node(0).app.team.invite({ ...invited, siteKeys: [] });
    const token = new URL(link).searchParams.get("token") ?? "";
    const { id } = await node(0).app.team.join({
      token,
      name: "Ana Lopez",
      password: "a long enough password",
    });
    await node(0).app.team.confirm(id);
    const hers = openBrowser(node(1));
    await hers.signIn("ana@example.com", "a long enough password");
    const page = await openPage(node(1), hers);
    await node(0).app.storage.identities.recognise({ id: "slack:T1/UANA", name: "ana" }, "ana@example.com");
    const inSlack = { id: "slack:T1/UANA", name: "Ana" };
    await expect
      .poll(() => node(1).app.storage.identities.agentOf(inSlack))
      .toMatchObject({ id, name: "Ana Lopez" });
    await page.until(() => page.frames.some(({ type }) => type === "recognised"));
    page.close();
    await node(0).app.team.rename(id, "Ana L.");
    await expect
      .poll(() => node(1).app.storage.identities.agentOf(inSlack))
      .toMatchObject({ id, name: "Ana L." });
  });

  test("what is set on one is known on the other at once", async () => {
    const settings = node(1).app.settings;
    expect((await settings.current()).greeting).toBe("");
    const told = new Promise<void>((resolve) => settings.subscribe(resolve));
    await node(0).app.settings.change({ greeting: "Hello from one" }, "Ana");
    await told;
    expect((await settings.current()).greeting).toBe("Hello from one");
    await node(0).app.settings.change({ greeting: "" }, "Ana");
  });

  test("an answer that is written on one is read along on the other, and cut by a person on either", async () => {
    const model = await startGemini({ tasks: gemini.fails(400) });
    // Where no node without a model can be the one that answers.
    const own = await postgresDatabase();
    const environment = { GEMINI_API_KEY: "k", GEMINI_API_URL: model.url, DATABASE_URL: own.url };
    const writers = await Promise.all([startNode(environment), startNode(environment)]);
    try {
      const hand = new Promise<Writing>((resolve) => model.answers(gemini.writes(resolve)));
      const tabs = [await writers[0].visitor()];
      await tabs[0]?.says("Do you ship parcels to Norway?");
      tabs.push(await writers[1].visitor(tabs[0]?.token));
      const it = await hand;
      it.says("Yes, we do. It ");
      const halfSaid = ({ frames }: Visitor) => frames.findLast((frame) => frame.type === "writing")?.text;
      for (const tab of tabs) await tab.until(() => halfSaid(tab) === "Yes, we do.");

      await reply(writers[1], "I take this.", "parcels to Norway");
      await it.abandoned;
      for (const tab of tabs) {
        await tab.hears("I take this.");
        expect(tab.log).toEqual(["visitor: Do you ship parcels to Norway?", "Ana: I take this."]);
        tab.leaves();
      }
    } finally {
      await Promise.all(writers.map((writer) => writer.stop()));
      await Promise.all([model.stop(), own.drop()]);
    }
  });

  test("a visitor may change nodes in the middle, and everything is heard once", async () => {
    const visitor = await node(0).visitor();
    await visitor.says("Talk to a human about moving");
    await visitor.hears("Connecting you");
    visitor.leaves();

    const moved = await node(1).visitor(visitor.token);
    await moved.says("I moved");
    await moved.hears("I moved");
    expect(moved.log).toHaveLength(3);
    moved.leaves();
  });

  test("the same message sent to both at once is kept once", async () => {
    const [one, id] = [await node(0).visitor(), crypto.randomUUID()];
    await one.says("first");
    const two = await node(1).visitor(one.token);
    await Promise.all([one.says("twice?", id), two.says("twice?", id)]);
    await one.hears("Connecting you");
    await Promise.all([one.hears("twice?"), two.hears("twice?")]);
    for (const { log } of [one, two]) expect(log.filter((line) => line.includes("twice?"))).toHaveLength(1);
    for (const each of [one, two]) each.leaves();
  });

  test("many visitors writing on both nodes at once all get one handoff each", async () => {
    const visitors = await Promise.all(Array.from({ length: 20 }, (_, n) => node(n % 2).visitor()));
    await Promise.all(visitors.map((visitor) => visitor.says("I want to talk to a real agent")));
    await Promise.all(visitors.map((visitor) => visitor.hears("Connecting you")));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    for (const visitor of visitors) {
      expect(visitor.log.filter((line) => line.includes("Connecting you"))).toHaveLength(1);
      visitor.leaves();
    }
  });

  test("without Redis, news from the other node arrives with the visitor's next heartbeat", async () => {
    const cutOff = await startNode({ REDIS_URL: "redis://127.0.0.1:1" });
    const visitor = await cutOff.visitor();
    await visitor.says("Talk to a human about silence");
    await visitor.hears("Connecting you");
    await reply(node(0), "Heard late, but heard.", "about silence");
    const heart = setInterval(() => visitor.send({ type: "ping" }), 200);
    await visitor.hears("Heard late, but heard.").finally(() => clearInterval(heart));
    visitor.leaves();
    await cutOff.stop();
  });
});
