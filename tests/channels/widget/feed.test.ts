import { expect, test, vi } from "vitest";
import { createFeed, type News } from "../../../src/channels/widget/feed.ts";
import { begun } from "../../../src/conversation/conversation.ts";
import type { ConversationEvent } from "../../../src/conversation/events.ts";
import type { ConversationStore } from "../../../src/conversation/store.ts";
import { waitFor } from "../../support/patience.ts";

const conversation = {
  ...begun({ id: "c1", siteKey: "default", visitor: { id: "v1" }, createdAt: 1 }),
  seq: 9,
};
const events = Array.from(
  { length: 9 },
  (_, index): ConversationEvent => ({
    ...{ type: "conversation.claimed", agent: { id: "u1", name: "Ana" } },
    ...{ id: `e${index}`, conversationId: "c1", seq: index + 1, at: index, via: "slack", externalId: "" },
  }),
);
const signal = (seq: number) => ({ conversationId: "c1", siteKey: "default", visitorId: "v1", seq });

test("a burst from another node is read once, and told once", async () => {
  const told: News[] = [];
  const eventsAfter = vi.fn(async (_id: string, seq: number) => events.slice(seq));
  const store: ConversationStore = {
    eventsAfter,
    find: async () => conversation,
    findByVisitor: async () => conversation,
    record: () => Promise.reject(new Error("Nothing is recorded here.")),
    recorded: async () => undefined,
  };
  const feed = createFeed(
    store,
    (news) => told.push(news),
    (error) => expect.unreachable(String(error)),
  );
  feed.startAt(2);
  for (let seq = 3; seq <= 9; seq += 1) feed.signal(signal(seq));
  await waitFor(() => expect(told).toHaveLength(1));
  feed.signal(signal(9));
  await new Promise((resolve) => setImmediate(resolve));
  expect(eventsAfter).toHaveBeenCalledTimes(1);
  expect(told.flatMap((news) => news.events.map(({ seq }) => seq))).toEqual([3, 4, 5, 6, 7, 8, 9]);
});
