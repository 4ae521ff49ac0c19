import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { begun, type Conversation } from "../../src/conversation/conversation.ts";
import { Conflict } from "../../src/conversation/errors.ts";
import type { Happening } from "../../src/conversation/events.ts";
import type { Change } from "../../src/conversation/store.ts";
import type { Storage } from "../../src/storage/index.ts";
import { databases, type TestDatabase } from "../support/databases.ts";

describe.each(databases)("storage on $kind", ({ kind, create, skip }) => {
  let database: TestDatabase;
  let storage: Storage;
  let at = 1_800_000_000_000;

  beforeAll(async () => {
    if (!skip) database = await create();
  });
  beforeEach(async ({ skip: skipTest }) => {
    if (skip) return skipTest(skip);
    storage = await database.open(() => ++at);
  });
  afterEach(async () => storage?.close());
  afterAll(async () => database?.drop());

  const said = (text: string, note = false): Happening => ({
    type: "message.posted",
    message: {
      id: randomUUID(),
      author: note ? { kind: "agent", id: "a1", name: "Ana" } : { kind: "visitor" },
      text,
      note,
    },
  });
  const somebody = (): Conversation =>
    begun({ id: randomUUID(), siteKey: "default", visitor: { id: randomUUID() }, createdAt: at });
  const change = (conversation: Conversation, ...happenings: Happening[]): Change => ({
    conversation,
    happenings,
    source: { via: "widget", externalId: randomUUID() },
    lanes: [],
  });

  test("keeps what happened, in order, without a gap", async () => {
    const conversation = somebody();
    const first = await storage.store.record(change(conversation, said("one"), said("two")));
    const saved = first.conversation ?? conversation;
    await storage.store.record(change({ ...saved, status: "waiting" }, said("three")));

    const events = await storage.store.eventsAfter(conversation.id, 0);
    expect(events.map((event) => [event.seq, event.type === "message.posted" && event.message.text])).toEqual(
      [
        [1, "one"],
        [2, "two"],
        [3, "three"],
      ],
    );
    expect(await storage.store.find(conversation.id)).toMatchObject({
      status: "waiting",
      seq: 3,
      version: 2,
    });
    expect(await storage.store.eventsAfter(conversation.id, 2)).toHaveLength(1);
  });

  test("changes nothing for a source it has seen before, and says where it was recorded", async () => {
    const conversation = somebody();
    const once = change(conversation, said("hello"));
    const first = await storage.store.record(once);
    const again = await storage.store.record(once);

    expect(again).toMatchObject({ fresh: false, seq: first.seq, conversationId: conversation.id });
    expect(await storage.store.eventsAfter(conversation.id, 0)).toHaveLength(1);
  });

  test("takes one of two identical changes that arrive at the same moment", async () => {
    const once = change(somebody(), said("hello"));
    const both = await Promise.all([storage.store.record(once), storage.store.record(once)]);

    expect(both.map(({ fresh }) => fresh).sort()).toEqual([false, true]);
    expect(await storage.store.eventsAfter(once.conversation.id, 0)).toHaveLength(1);
  });

  test("refuses a change that was made on an outdated version", async () => {
    const conversation = somebody();
    const { conversation: saved = conversation } = await storage.store.record(
      change(conversation, said("one")),
    );
    await storage.store.record(change(saved, said("two")));

    await expect(storage.store.record(change(saved, said("too late")))).rejects.toThrow(Conflict);
    expect(await storage.store.eventsAfter(conversation.id, 0)).toHaveLength(2);
  });

  test("refuses a second first conversation of the same visitor", async () => {
    const one = somebody();
    const other = { ...somebody(), visitor: one.visitor };
    await storage.store.record(change(one, said("one")));

    await expect(storage.store.record(change(other, said("two")))).rejects.toThrow(Conflict);
  });

  test("does not let a refused change take down the others of its batch", async () => {
    const conversation = somebody();
    const { conversation: saved = conversation } = await storage.store.record(
      change(conversation, said("one")),
    );
    await storage.store.record(change(saved, said("two")));

    const results = await Promise.allSettled([
      storage.store.record(change(saved, said("too late"))),
      ...Array.from({ length: 20 }, () => storage.store.record(change(somebody(), said("fine")))),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", ...Array(20).fill("fulfilled")]);
  });

  test("remembers everything about a conversation across a restart", async () => {
    const conversation: Conversation = {
      ...somebody(),
      visitor: { id: randomUUID(), name: "Ünal 😀", email: "u@example.com" },
      page: { url: "https://shop.example/p", title: "Prices" },
      status: "agent",
      agent: { id: "slack:T1/U1", name: "Ana", avatarUrl: "https://a.example/a.png" },
      handoff: { at, by: "rule", reason: "Asked for a person", matched: "human", confidence: 0.9 },
      brief: { problem: "A late parcel", tried: [], questions: [], replies: [{ id: "r1", text: "Soon." }] },
      generation: 4,
      boundarySeq: 2,
      repliesTo: "team",
      isBlocked: true,
      deliveredSeq: 1,
      seenSeq: 1,
    };
    await storage.store.record(change(conversation, said("hello")));
    await storage.close();
    storage = await database.open();

    expect(await storage.store.find(conversation.id)).toEqual({ ...conversation, seq: 1, version: 1 });
    expect(await storage.store.findByVisitor("default", conversation.visitor.id)).toMatchObject({
      id: conversation.id,
    });
  });

  describe("lanes", () => {
    const owed = async (lanes: string[]) => {
      const conversation = somebody();
      const recorded = await storage.store.record({ ...change(conversation, said("hi")), lanes });
      return recorded.conversation ?? conversation;
    };
    const lease = async (conversationId: string, now = at + 1) =>
      (await storage.lanes.lease({ now, until: now + 1_000, limit: 1_000 })).find(
        (lane) => lane.conversationId === conversationId,
      );

    test("are leased to one holder at a time, and come back when the lease runs out", async () => {
      const { id } = await owed(["slack"]);
      expect(await lease(id)).toMatchObject({ listener: "slack", deliveredSeq: 0, uncertain: false });
      expect(await lease(id)).toBeUndefined();
      expect(await lease(id, at + 10_000)).toMatchObject({ uncertain: true });
    });

    test("are out of the hands of who held one for too long, whatever they heard", async () => {
      const { id } = await owed(["slack"]);
      const [slow, next] = [await lease(id), await lease(id, at + 10_000)];
      if (!slow || !next) throw new Error("The lane was not due.");
      await expect(storage.lanes.heard(slow, 1, at + 20_000)).rejects.toThrow("somebody else");
      await storage.lanes.release(slow, { deliveredSeq: 0, attempts: 0 });
      await storage.lanes.release(slow, { deliveredSeq: 0, attempts: 1, dueAt: at, error: "Slack is slow" });
      expect(await lease(id)).toBeUndefined();

      await storage.lanes.heard(next, 1, at + 20_000);
      await storage.lanes.release(next, { deliveredSeq: 1, attempts: 0 });
      expect(await lease(id, at + 30_000)).toBeUndefined();
    });

    test("rest when everything was heard, and wake for what came meanwhile", async () => {
      const conversation = await owed(["slack"]);
      const lane = await lease(conversation.id);
      if (!lane) throw new Error("The lane was not due.");
      await storage.store.record({ ...change(conversation, said("meanwhile")), lanes: ["slack"] });
      await storage.lanes.release(lane, { deliveredSeq: 1, attempts: 0 });

      const next = await lease(conversation.id);
      expect(next).toMatchObject({ deliveredSeq: 1 });
      if (next) await storage.lanes.release(next, { deliveredSeq: 2, attempts: 0 });
      expect(await lease(conversation.id)).toBeUndefined();
    });

    test("keep their time when they wait for a retry, whatever is said meanwhile", async () => {
      const conversation = await owed(["slack"]);
      const lane = await lease(conversation.id);
      if (!lane) throw new Error("The lane was not due.");
      const dueAt = at + 60_000;
      await storage.lanes.release(lane, { deliveredSeq: 0, attempts: 1, dueAt, error: "Slack is down" });
      await storage.store.record({ ...change(conversation, said("still there?")), lanes: ["slack"] });

      expect(await lease(conversation.id)).toBeUndefined();
      expect(await lease(conversation.id, dueAt)).toMatchObject({ attempts: 1, uncertain: true });
    });

    test("that were given up are counted, and can be revived", async () => {
      const { id } = await owed(["email"]);
      const lane = await lease(id);
      if (!lane) throw new Error("The lane was not due.");
      await storage.lanes.release(lane, { deliveredSeq: 0, attempts: 3, deadAt: at, error: "Refused" });

      expect(await lease(id)).toBeUndefined();
      expect(await storage.lanes.depth()).toContainEqual(
        expect.objectContaining({ listener: "email", dead: 1 }),
      );
      await storage.lanes.revive({ listener: "email" }, at);
      expect(await lease(id)).toMatchObject({ uncertain: true });
    });
  });

  test("links a conversation and its thread one to one, and keeps the first link", async () => {
    expect(await storage.threads.link("slack", "c1", "T/C/1")).toBe("T/C/1");
    expect(await storage.threads.link("slack", "c1", "T/C/2")).toBe("T/C/1");
    expect(await storage.threads.conversationAt("slack", "T/C/1")).toBe("c1");
    expect(await storage.threads.conversationAt("slack", "T/C/2")).toBeUndefined();
    await expect(storage.threads.link("slack", "c2", "T/C/1")).rejects.toThrow();
  });

  test("lists those who wait longest first, then the latest, page by page", async () => {
    const siteKey = `list-${kind}`;
    const waitingSince = (since: number): Conversation => ({
      ...somebody(),
      siteKey,
      status: "waiting",
      handoff: { at: since, by: "button", reason: "Asked for a person" },
    });
    const quiet = { ...somebody(), siteKey };
    const [late, early] = [waitingSince(200), waitingSince(100)];
    for (const each of [quiet, late, early]) await storage.store.record(change(each, said("hello there")));

    const siteKeys = [siteKey];
    const first = await storage.directory.list({ siteKeys, limit: 2 });
    expect(first.summaries.map(({ conversation }) => conversation.id)).toEqual([early.id, late.id]);
    const second = await storage.directory.list({ siteKeys, limit: 2, after: first.cursor });
    expect(second.summaries.map(({ conversation }) => conversation.id)).toEqual([quiet.id]);
    expect(second.cursor).toBeUndefined();
    const invented = await storage.directory.list({ siteKeys, limit: 2, after: `rest/${"9".repeat(30)}/x` });
    expect(invented.summaries).toEqual(first.summaries);
    const handedOff = await storage.directory.list({ siteKeys, handedOff: true });
    expect(handedOff.summaries.map(({ conversation }) => conversation.id)).toEqual([early.id, late.id]);
  });

  test("finds conversations by every word that was said, whatever its case, and never by a note's preview", async () => {
    const conversation = somebody();
    const word = `Zebra${kind}`;
    await storage.store.record(change(conversation, said(`The ${word} is 100% blue`), said("secret", true)));

    const found = await storage.directory.list({ search: `${word.toLowerCase()} 100%` });
    expect(found.summaries).toMatchObject([
      { conversation: { id: conversation.id }, lastText: `The ${word} is 100% blue` },
    ]);
    expect((await storage.directory.list({ search: `${word} green` })).summaries).toEqual([]);
  });

  test("lists the conversations of some sites only, and none when there are none", async () => {
    const name = `site-list-${kind}`;
    const at = (siteKey: string) => ({ ...somebody(), siteKey, visitor: { id: randomUUID(), name } });
    const [shop, blog, docs] = [at("shop"), at("blog"), at("docs")];
    for (const each of [shop, blog, docs]) await storage.store.record(change(each, said("hello")));

    const listed = async (siteKeys?: string[]) => {
      const { summaries } = await storage.directory.list({ search: name, siteKeys });
      return summaries.map(({ conversation }) => conversation.siteKey).sort();
    };
    expect(await listed(["shop", "docs"])).toEqual(["docs", "shop"]);
    expect(await listed([])).toEqual([]);
    expect(await listed()).toEqual(["blog", "docs", "shop"]);
  });

  test("keeps settings with who changed what", async () => {
    const entry = { key: "liveHandoff", before: true, after: false, by: "Ana", at };
    await storage.settings.save([entry]);
    expect(await storage.settings.all()).toMatchObject({ liveHandoff: false });
    expect(await storage.settings.log(1)).toEqual([entry]);
  });

  test("has the default site from the first start", async () => {
    expect(await storage.sites.find("default")).toEqual({
      key: "default",
      name: "Website",
      origins: [],
      slack: undefined,
      look: { accent: "", side: "right" },
      keepDays: 0,
    });
  });
});
