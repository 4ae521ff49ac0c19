import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../src/knowledge/article.ts";
import { indexed } from "../../src/knowledge/indexed.ts";
import { askedWords } from "../../src/knowledge/words/asked-words.ts";
import { onEachDatabase } from "./on-each-database.ts";

const article = (more: Partial<Article> = {}): Article => ({
  id: randomUUID(),
  kind: "page",
  siteKey: undefined,
  title: "Returns",
  text: "You can send everything back within thirty days.",
  url: undefined,
  state: "ready",
  problem: undefined,
  fetchedAt: undefined,
  by: "Ana",
  createdAt: 1_800_000_000_000,
  updatedAt: 1_800_000_000_001,
  ...more,
});

onEachDatabase("knowledge", (bench) => {
  const save = async (more: Partial<Article> = {}) => {
    const saved = article(more);
    await bench.storage.knowledge.save(saved, indexed(saved));
    return saved;
  };
  const found = async (question: string, siteKey = "default") =>
    (await bench.storage.knowledge.search(askedWords(question), siteKey, 20)).passages.map(
      ({ articleId }) => articleId,
    );

  beforeEach(async () => {
    for (const { id } of await bench.storage.knowledge.list()) await bench.storage.knowledge.remove(id);
  });

  test("is kept as it was written, across a restart, the latest changed on top", async () => {
    const one = await save();
    const other = await save({
      kind: "answer",
      siteKey: "shop",
      url: "https://shop.example/returns",
      state: "failed",
      problem: "The page answered 404.",
      fetchedAt: 1_800_000_000_000,
      updatedAt: one.updatedAt + 1,
    });
    await bench.restart();
    expect(await bench.storage.knowledge.list()).toEqual([other, one]);
    expect(await bench.storage.knowledge.find(other.id)).toEqual(other);
    expect(await bench.storage.knowledge.find("nothing")).toBeUndefined();
  });

  test("is listed with the beginning of a long text", async () => {
    const { id } = await save({ text: "long ".repeat(1_000) });
    const [listed] = await bench.storage.knowledge.list();
    expect(listed).toMatchObject({ id, text: "long ".repeat(200) });
    expect((await bench.storage.knowledge.find(id))?.text).toHaveLength(5_000);
  });

  test("is found by what it says now, and by nothing it said before", async () => {
    const page = await save({ text: "Parcels travel by bicycle." });
    expect(await found("bicycle")).toEqual([page.id]);
    await save({ ...page, text: "Parcels travel by train." });
    expect(await found("bicycle")).toEqual([]);
    expect(await found("train")).toEqual([page.id]);
    expect(await bench.storage.knowledge.list()).toHaveLength(1);
  });

  test("is gone once it is removed, and removed once", async () => {
    const page = await save();
    expect(await bench.storage.knowledge.remove(page.id)).toBe(true);
    expect(await bench.storage.knowledge.remove(page.id)).toBe(false);
    expect(await found("thirty days")).toEqual([]);
    expect(await bench.storage.knowledge.search(askedWords("thirty"), "default", 5)).toEqual({
      passages: [],
      spread: [0],
      total: 0,
    });
  });

  test("of a site is found there alone; what is for all sites everywhere", async () => {
    const everywhere = await save();
    const shop = await save({ siteKey: "shop" });
    expect(await found("thirty days", "blog")).toEqual([everywhere.id]);
    expect((await found("thirty days", "shop")).toSorted()).toEqual([everywhere.id, shop.id].toSorted());
    await bench.storage.knowledge.remove(everywhere.id);
    expect(await bench.storage.knowledge.isEmpty("blog")).toBe(true);
    expect(await bench.storage.knowledge.isEmpty("shop")).toBe(false);
  });

  test("a page that was never fetched is no knowledge yet", async () => {
    await save({ text: "", state: "waiting" });
    expect(await bench.storage.knowledge.isEmpty("default")).toBe(true);
  });

  test("pages that wait to be fetched are found after a restart, and a failure is told at the page", async () => {
    const page = await save({ state: "waiting", url: "https://shop.example/" });
    await save();
    await bench.restart();
    const { knowledge } = bench.storage;
    expect(await knowledge.waiting()).toEqual([page]);
    const failure = { state: "failed", problem: "The page answered 404." } as const;
    expect(await knowledge.mark(page.id, failure)).toBe(true);
    expect(await knowledge.waiting()).toEqual([]);
    expect(await knowledge.find(page.id)).toEqual({ ...page, ...failure });
    expect(await knowledge.mark("nothing", failure)).toBe(false);
  });

  test("a long page is found by its passage, and a title counts more than a mention", async () => {
    const long = await save({
      title: "Help",
      text: "# Shipping\n\nBy bicycle.\n\n# Payment\n\nBy card only.",
    });
    await save({
      title: "Other",
      text: "Something about payment, among a lot of other words that say little.",
    });
    const { passages, spread, total } = await bench.storage.knowledge.search(
      askedWords("payment"),
      "default",
      20,
    );
    expect(passages[0]).toMatchObject({ articleId: long.id, position: 1, heading: "Payment", title: "Help" });
    expect(passages[0]?.text).toBe("By card only.");
    expect({ spread, total }).toEqual({ spread: [2], total: 3 });
  });

  test("whatever a visitor writes is looked for, and never understood as a command", async () => {
    const page = await save({ title: "NEAR the gate", text: "It's AND or NOT." });
    for (const question of [
      `gate" OR "x`,
      "gate' | 'x",
      "gate:* & !x <-> y",
      "titleTerms: gate NEAR(gate gate, 1) *",
      "gate^2 -gate +gate (gate",
      `"; DROP TABLE "Passage"; -- gate`,
      "gate\\' \\ gate\0",
    ])
      expect(await found(question), question).toEqual([page.id]);

    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (question) => {
        await found(question);
      }),
      { numRuns: 200 },
    );
    const words = { terms: [`x" OR "gate`, "x' | 'gate"], beginnings: [`x" *`, "x':*"], parts: ["("] };
    expect((await bench.storage.knowledge.search([words], "default", 5)).passages).toEqual([]);
  });

  test("other scripts are found too", async () => {
    const page = await save({
      title: "Доставка",
      text: "Мы отправляем посылки каждый день. 返品は三十日以内です。",
    });
    expect(await found("посылки")).toEqual([page.id]);
    expect(await found("доставка?")).toEqual([page.id]);
  });
});

onEachDatabase("proposals", (bench) => {
  const proposal = () => ({
    id: randomUUID(),
    kind: "answer" as const,
    origin: randomUUID(),
    conversationId: "c1",
    siteKey: "default",
    question: "Do you ship to Malta?",
    answer: "Yes, within a week.",
    state: "open" as const,
    decidedBy: undefined,
    decidedAt: undefined,
    at: 1_800_000_000_000,
  });

  test("are made once of the same, whatever became of it", async () => {
    const one = proposal();
    const added = await bench.atOnce(({ proposals }) => proposals.add({ ...one, id: randomUUID() }));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await bench.storage.proposals.add(one)).toBe(false);
    expect(await bench.storage.proposals.add({ ...one, id: randomUUID(), kind: "trigger" })).toBe(true);
  });

  test("are decided by one alone, and what is approved is knowledge in the same moment", async () => {
    const { proposals, knowledge } = bench.storage;
    const one = proposal();
    await proposals.add(one);
    const learned = article({ kind: "answer", title: one.question, text: "Yes, within five days." });
    const decided = await bench.atOnce((storage) =>
      storage.proposals.decide(
        one.id,
        { state: "approved", by: "Ana", at: 7, question: one.question, answer: learned.text },
        { article: learned, passages: indexed(learned) },
      ),
    );
    expect(decided.filter(Boolean)).toHaveLength(1);
    expect(await proposals.find(one.id)).toEqual({
      ...one,
      ...{ answer: learned.text, state: "approved", decidedBy: "Ana", decidedAt: 7 },
    });
    expect((await knowledge.search(askedWords("Malta"), "default", 5)).passages).toHaveLength(1);

    const rejection = { state: "rejected", by: "Ben", at: 8, question: "", answer: "" } as const;
    expect(await proposals.decide(one.id, rejection)).toBe(false);
    expect((await proposals.open()).map(({ id }) => id)).not.toContain(one.id);
  });

  test("that could not be carried out are open again", async () => {
    const { proposals } = bench.storage;
    const one = proposal();
    await proposals.add(one);
    await proposals.decide(one.id, { state: "approved", by: "Ana", at: 7, question: "Q?", answer: "A" });
    await proposals.reopen(one.id);
    expect(await proposals.findByOrigin("answer", one.origin)).toMatchObject({
      ...{ state: "open", decidedBy: undefined, decidedAt: undefined },
    });
    expect((await proposals.open()).map(({ id }) => id)).toContain(one.id);
  });

  describe("phrases", () => {
    test("are counted once for each visitor", async () => {
      const { proposals } = bench.storage;
      const phrase = `this is useless ${randomUUID()}`;
      expect(await proposals.count(phrase, "v1", 1)).toBe(1);
      expect(await proposals.count(phrase, "v1", 2)).toBe(1);
      expect(await proposals.count(phrase, "v2", 3)).toBe(2);
      expect(await proposals.count("another phrase", "v3", 4)).toBe(1);
    });
  });
});
