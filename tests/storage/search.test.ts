import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Conversation } from "../../src/conversation/conversation.ts";
import type { Listing } from "../../src/conversation/directory.ts";
import type { Happening } from "../../src/conversation/events.ts";
import type { Author, Message } from "../../src/conversation/message.ts";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

const ana = { id: "ana-id", name: "Ana" };
const visitor: Author = { kind: "visitor" };

const message = (text: string, more: Partial<Message> = {}): Message => ({
  id: randomUUID(),
  author: visitor,
  text,
  note: false,
  ...more,
});
const posted = (said: Message): Happening => ({ type: "message.posted", message: said });
const says = (text: string, more: Partial<Message> = {}) => posted(message(text, more));

onEachDatabase("finding conversations", (bench) => {
  /** On a site of its own, so that nothing else is found. */
  function site() {
    const siteKey = randomUUID();
    const save = async (conversation: Partial<Conversation>, ...happenings: Happening[]) => {
      const before = { ...somebody(), siteKey, ...conversation };
      const { conversation: after = before } = await bench.storage.store.record(
        change(before, ...happenings),
      );
      return after;
    };
    const list = (listing: Listing) => bench.storage.directory.list({ siteKeys: [siteKey], ...listing });
    const found = async (listing: Listing | string) => {
      const { summaries } = await list(typeof listing === "string" ? { search: listing } : listing);
      return summaries.map(({ conversation }) => conversation.id);
    };
    return { siteKey, save, list, found };
  }

  test("says where the words were found: the latest message that has most of them, and whose", async () => {
    const { save, list } = site();
    await save(
      {},
      says("Where is my blue tent?"),
      says("The tent comes tomorrow.", { author: { kind: "agent", ...ana } }),
      says("And the pegs?"),
    );
    const [tent] = (await list({ search: "tent" })).summaries;
    expect(tent?.found).toMatchObject({ seq: 2, text: "The tent comes tomorrow.", author: { name: "Ana" } });
    const [blue] = (await list({ search: "tent blue" })).summaries;
    expect(blue?.found).toMatchObject({ seq: 1, author: { kind: "visitor" } });
    expect((await list({})).summaries[0]?.found).toBeUndefined();
  });

  test("finds the words of several messages together, translations, notes and files", async () => {
    const { save, found } = site();
    const done = { state: "done", text: "Wo ist mein Zelt?", language: "de" } as const;
    const { id } = await save(
      {},
      says("Where is my tent?", { translation: done }),
      says("has an old account", { note: true }),
      says("", { files: [{ id: "f", name: "invoice-2025.pdf", mime: "application/pdf", size: 1 }] }),
    );
    for (const search of ["tent zelt account", "INVOICE", "invoice-2025.pdf", '"my tent"'])
      expect(await found(search)).toEqual([id]);
    for (const search of ["tent bicycle", '"tent my"', "%", "AND", "tent':* AND", '"'])
      expect(await found(search)).toEqual([]);
  });

  test("finds visitors by name, any part of their address, page and id, as they are now", async () => {
    const { save, found, list } = site();
    const page = { url: "https://shop.example/checkout?step=2", title: "Pay" };
    const first = await save(
      { visitor: { id: randomUUID(), name: "Zoë", email: "zoe.keller@web.example" }, page },
      says("Hi"),
    );
    for (const search of [
      "zoe",
      "eller@web",
      "checkout",
      "shop.example/checkout",
      first.id,
      first.id.slice(0, 13),
    ])
      expect(await found(search)).toEqual([first.id]);
    expect((await list({ search: "keller" })).summaries[0]?.found).toEqual({
      seq: 0,
      text: "zoe.keller@web.example",
    });

    await save({ ...first, page: { url: "https://shop.example/returns" } }, says("Again"));
    expect(await found("returns")).toEqual([first.id]);
    expect(await found("checkout")).toEqual([]);
  });

  test("shows what a search found by recency, page by page, and counts it", async () => {
    const { siteKey, save, list } = site();
    const saved: string[] = [];
    for (const index of [1, 2, 3, 4, 5]) saved.push((await save({}, says(`tent ${index}`))).id);
    const first = await list({ search: "tent", limit: 2 });
    const second = await list({ search: "tent", limit: 2, after: first.cursor });
    const third = await list({ search: "tent", limit: 2, after: second.cursor });
    const ids = [first, second, third].flatMap(({ summaries }) =>
      summaries.map((one) => one.conversation.id),
    );
    expect(ids).toEqual(saved.toReversed());
    expect(third.cursor).toBeUndefined();
    expect(await bench.storage.directory.count({ siteKeys: [siteKey], search: "tent" })).toBe(5);
  });

  test("a page begins where the one before ended, whatever moved meanwhile", async () => {
    const { save, list } = site();
    const saved: Conversation[] = [];
    for (const index of [1, 2, 3, 4, 5, 6]) saved.push(await save({}, says(`${index}`)));
    const first = await list({ limit: 2 });
    // One that was listed, and one that was still to come, move to the top.
    for (const index of [5, 1]) await save(saved[index] ?? {}, says("again"));
    const second = await list({ limit: 2, after: first.cursor });
    const third = await list({ limit: 2, after: second.cursor });
    const rest = [second, third].flatMap(({ summaries }) => summaries.map((one) => one.lastText));
    expect(rest).toEqual(["4", "3", "1"]);
  });

  test("a page goes on from those who wait to the others, also when the last who waited was answered", async () => {
    const { save, list } = site();
    const handoff = { at: 7, by: "button", reason: "Asked" } as const;
    const waits = await save({ status: "waiting", handoff }, says("waits"));
    for (const text of ["a", "b"]) await save({}, says(text));
    const first = await list({ limit: 1 });
    expect(first.summaries.map(({ lastText }) => lastText)).toEqual(["waits"]);
    await save({ ...waits, status: "agent", agent: ana }, says("answered"));
    const second = await list({ limit: 5, after: first.cursor });
    expect(second.summaries.map(({ lastText }) => lastText)).toEqual(["answered", "b", "a"]);
  });

  test("narrows a list by who attended, by what asked for people, and by time", async () => {
    const { siteKey, save, found } = site();
    const rule = { at: 5, by: "rule", rule: "asks-for-a-person", reason: "Asked" } as const;
    const afterOffer = { by: "model", reason: "Could not answer" } as const;
    const byRule = await save(
      { handoff: rule, agent: ana, status: "agent" },
      { type: "conversation.claimed", agent: ana },
    );
    const closed = await save({ ...byRule, status: "closed", agent: undefined }, says("done"));
    const byButton = await save(
      { handoff: { at: 6, by: "button", reason: "Pressed", afterOffer }, createdAt: 1_900_000_000_000 },
      says("hi", { author: { kind: "agent", id: "ben-id", name: "Ben" } }),
    );
    expect(await found({ attendedBy: ana.id })).toEqual([closed.id]);
    expect(await found({ agentId: ana.id })).toEqual([]);
    expect(await bench.storage.directory.attendants([siteKey])).toEqual([ana, { id: "ben-id", name: "Ben" }]);
    for (const trigger of ["rule", "asks-for-a-person"])
      expect(await found({ trigger })).toEqual([byRule.id]);
    expect(await found({ trigger: "button" })).toEqual([byButton.id]);
    expect(await found({ trigger: "model" })).toEqual([]);
    expect(await found({ to: 1_900_000_000_000 })).toEqual([closed.id]);
    expect(await found({ from: 4_000_000_000_000 })).toEqual([]);
    expect(await found({ from: 1, to: 1_900_000_000_001, search: "hi" })).toEqual([byButton.id]);
  });

  test("finds whoever asked for people while nobody was handed to them, also after a restart", async () => {
    const { save, found, list } = site();
    const missed = { at: 5, by: "rule", rule: "asks-for-a-person", reason: "Asked", isOpen: true } as const;
    const { at, by, rule, reason } = missed;
    const asked = { type: "conversation.handoffMissed", missed: { at, by, rule, reason } } as const;
    const conversation = await save({ missed }, says("Talk to a human"), asked);
    await save({}, says("Where is my order?"));
    await bench.restart();
    expect(await found({ missed: true })).toEqual([conversation.id]);
    expect((await list({ missed: true })).summaries[0]?.conversation.missed).toEqual(missed);

    await save({ ...conversation, missed: undefined }, says("Done"));
    expect(await found({ missed: true })).toEqual([]);
  });

  test("makes findable what was said before there was an index, without what is there already", async () => {
    const { save, found } = site();
    const { id } = await save(
      {},
      says("An old umbrella"),
      says("from Ana", { author: { kind: "agent", ...ana } }),
    );
    await bench.sql(`DELETE FROM "Findable" WHERE "conversationId" = '${id}'`);
    await bench.sql(`DELETE FROM "Attended" WHERE "conversationId" = '${id}'`);
    expect(await found("umbrella")).toEqual([]);

    const more = (await bench.storage.store.find(id)) ?? {};
    await save(more, says("A new parasol"));
    expect(await found("parasol")).toEqual([id]);
    await bench.restart();
    await bench.storage.indexed;
    for (const search of ["umbrella", "parasol", id]) expect(await found(search)).toEqual([id]);
    expect(await found({ attendedBy: ana.id })).toEqual([id]);
  });

  test("remembers how far each member has read, forward only unless they say so", async () => {
    const { readings } = bench.storage;
    const [member, other] = [randomUUID(), randomUUID()];
    expect(await readings.read(member, "c1", 20)).toBe(20);
    expect(await readings.read(member, "c1", 10)).toBe(20);
    await readings.read(other, "c1", 5);
    expect(await readings.of(member, ["c1", "c2"])).toEqual({ c1: 20 });
    await readings.unread(member, "c1", 19);
    expect(await readings.of(member, ["c1"])).toEqual({ c1: 19 });
    expect(await readings.of(other, ["c1"])).toEqual({ c1: 5 });
  });
});
