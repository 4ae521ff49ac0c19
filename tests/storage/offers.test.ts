import { expect, test } from "vitest";
import type { Conversation } from "../../src/conversation/conversation.ts";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

onEachDatabase("an offer of a person", (bench) => {
  const made = { by: "rule", reason: "The visitor is upset", rule: "frustration", at: 5 } as const;
  const offer = { ...made, isOpen: true };
  const offered = { type: "conversation.offered", offer: made, sentence: "Would you like 😀?" } as const;

  test("is remembered across a restart, with its event", async () => {
    const conversation: Conversation = { ...somebody(), offer };
    await bench.storage.store.record(change(conversation, offered));
    await bench.restart();
    const { store } = bench.storage;
    expect((await store.find(conversation.id))?.offer).toEqual(offer);
    expect(await store.eventsAfter(conversation.id, 0)).toMatchObject([offered]);
  });

  test("that has ended leaves nothing behind", async () => {
    const { conversation } = await bench.storage.store.record(change({ ...somebody(), offer }, offered));
    if (!conversation) throw new Error("Nothing was saved.");
    await bench.storage.store.record(
      change({ ...conversation, offer: undefined }, { type: "conversation.offerDeclined" }),
    );
    await bench.restart();
    expect((await bench.storage.store.find(conversation.id))?.offer).toBeUndefined();
  });
});
