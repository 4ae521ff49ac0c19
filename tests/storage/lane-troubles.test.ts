import { expect, test } from "vitest";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

onEachDatabase("lane troubles", (bench) => {
  const owed = async (listener: string) => {
    const conversation = somebody();
    const message = { id: conversation.id, author: { kind: "visitor" as const }, text: "hi", note: false };
    const recorded = change(conversation, { type: "message.posted", message });
    await bench.storage.store.record({ ...recorded, lanes: [listener] });
    const now = bench.clock.at + 1_000;
    const leased = await bench.storage.lanes.lease({ now, until: now + 60_000, limit: 1_000 });
    const lane = leased.find(({ conversationId }) => conversationId === conversation.id);
    if (!lane) throw new Error("The lane is not due.");
    return lane;
  };

  test("are the lanes that failed last, with what was given up on top; what was delivered since is none", async () => {
    const { lanes } = bench.storage;
    const at = bench.clock.at;
    const [tried, dead, mended] = [await owed("slack"), await owed("email"), await owed("slack")];
    await lanes.release(tried, { deliveredSeq: 0, attempts: 2, dueAt: at + 60_000, error: "Slack is down" });
    await lanes.release(dead, { deliveredSeq: 0, attempts: 20, deadAt: at, error: "No such address" });
    await lanes.release(mended, { deliveredSeq: 0, attempts: 1, dueAt: at, error: "Slack is down" });
    const [again] = await lanes.lease({ now: at, until: at + 60_000, limit: 1 });
    if (!again) throw new Error("The lane is not due again.");
    await lanes.release(again, { deliveredSeq: 1, attempts: 0 });

    expect(await lanes.troubles(10)).toEqual([
      {
        ...{ listener: "email", conversationId: dead.conversationId },
        ...{ attempts: 20, deadAt: at, error: "No such address" },
      },
      { listener: "slack", conversationId: tried.conversationId, attempts: 2, error: "Slack is down" },
    ]);
    expect(await lanes.troubles(1)).toHaveLength(1);
    expect(await lanes.troubleOf(dead)).toMatchObject({ attempts: 20, deadAt: at });
    expect(await lanes.troubleOf(mended)).toBeUndefined();
    expect(await lanes.troubleOf({ ...dead, listener: "slack" })).toBeUndefined();
  });
});

onEachDatabase("the directory", (bench) => {
  test("has no visitors that were made up for a test handoff", async () => {
    const real = somebody();
    const madeUp = { ...somebody(), visitor: { id: `test-${real.visitor.id}` } };
    for (const conversation of [real, madeUp]) {
      const message = { id: conversation.id, author: { kind: "visitor" as const }, text: "hi", note: false };
      await bench.storage.store.record(change(conversation, { type: "message.posted", message }));
    }
    for (const listing of [{}, { status: "open" as const }, { search: "hi" }]) {
      const { summaries } = await bench.storage.directory.list(listing);
      expect(summaries.map(({ conversation }) => conversation.id)).toEqual([real.id]);
    }
  });
});
