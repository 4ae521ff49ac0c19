import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createConversations } from "../../src/conversation/index.ts";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("odd characters", (bench) => {
  test("in what a visitor says are no reason not to keep it", async () => {
    const { store } = bench.storage;
    const conversations = createConversations({
      ...{ store, newId: randomUUID, now: () => bench.clock.at },
      ...{ owed: () => [], announce: () => {} },
    });
    const visitor = { id: randomUUID() };
    const id = randomUUID();
    const { conversationId } = await conversations.receive({
      ...{ siteKey: "default", visitor, id, text: "a\0b \ud83d." },
      source: { via: "widget", externalId: `${visitor.id}/${id}` },
    });
    expect(await store.eventsAfter(conversationId, 0)).toMatchObject([{ message: { text: "ab \ufffd." } }]);
  });
});
