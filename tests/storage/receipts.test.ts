import { expect, test } from "vitest";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

onEachDatabase("a receipt", (bench) => {
  test("does not bring a conversation to the top of the list", async () => {
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
      return summaries.find(({ conversation: { id } }) => id === conversation.id)?.lastAt;
    };
    const before = await shown();

    await store.record(change(conversation, { type: "conversation.reached", upTo: 1, isSeen: true }));
    expect(before).toBeGreaterThan(0);
    expect(await shown()).toBe(before);
  });
});
