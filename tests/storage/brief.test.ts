import { expect, test } from "vitest";
import type { Conversation } from "../../src/conversation/conversation.ts";
import type { Happening } from "../../src/conversation/events.ts";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

const brief = {
  problem: "Sie sucht ihr Paket “😀”.",
  tried: ["Asked for the order"],
  language: "German",
  mood: "upset",
  questions: ["Which order?"],
  replies: [{ id: "r1", text: "Ich sehe nach.\nEinen Moment." }],
};

onEachDatabase("what the assistant writes beside a conversation", (bench) => {
  test("is kept across a restart, and gone when the conversation has none", async () => {
    const briefed: Conversation = { ...somebody(), status: "waiting", brief };
    const { store } = bench.storage;
    await store.record(change(briefed, { type: "conversation.briefed", brief }));
    await bench.restart();
    const found = await bench.storage.store.find(briefed.id);
    expect(found?.brief).toEqual(brief);
    expect(await bench.storage.store.eventsAfter(briefed.id, 0)).toMatchObject([
      { type: "conversation.briefed", brief },
    ]);

    if (!found) throw new Error("Nothing was saved.");
    const by = { id: "slack:T1/UANA", name: "Ana" };
    await bench.storage.store.record(
      change({ ...found, brief: undefined }, { type: "conversation.handedBack", by }),
    );
    await bench.restart();
    expect((await bench.storage.store.find(briefed.id))?.brief).toBeUndefined();
  });

  test.each<Happening>([
    { type: "conversation.briefed", brief },
    { type: "conversation.summedUp", handedBackSeq: 1, account: "A refund was promised." },
  ])("does not bring it to the top of the list: $type", async (aside) => {
    const { store, directory } = bench.storage;
    const author = { kind: "visitor" } as const;
    const said = {
      type: "message.posted",
      message: { id: crypto.randomUUID(), author, text: "Hello?", note: false },
    } as const;
    const { conversation } = await store.record(change(somebody(), said));
    if (!conversation) throw new Error("Nothing was saved.");
    const shown = async () => {
      const { summaries } = await directory.list({ limit: 100 });
      return summaries.find(({ conversation: { id } }) => id === conversation.id);
    };
    const before = await shown();
    await store.record(change(conversation, aside));
    expect(before?.lastAt).toBeGreaterThan(0);
    expect(await shown()).toMatchObject({ lastAt: before?.lastAt, lastText: "Hello?" });
  });
});
