import fc from "fast-check";
import { expect, test } from "vitest";
import { createWatch } from "../../../../src/channels/inbox/conversations/watch.ts";
import type { ToPage } from "../../../../src/channels/inbox/protocol.ts";
import { begun } from "../../../../src/conversation/conversation.ts";
import type { ConversationEvent } from "../../../../src/conversation/events.ts";

const conversation = begun({ id: "c", siteKey: "default", visitor: { id: "v" }, createdAt: 0 });

const eventAt = (seq: number): ConversationEvent => ({
  type: "conversation.claimed",
  agent: { id: "a", name: "Ana" },
  id: `e${seq}`,
  conversationId: "c",
  seq,
  at: seq,
  via: "test",
  externalId: `e${seq}`,
});

test("whatever order news come in, with or without their events, a page reads each once and in order", async () => {
  const step = fc.record({
    /** How many events are committed at this step. */
    commits: fc.integer({ min: 0, max: 3 }),
    /** How far back the signal that arrives lies: signals overtake each other. */
    late: fc.integer({ min: 0, max: 4 }),
    carriesEvents: fc.boolean(),
    pause: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 3 }), fc.array(step, { maxLength: 15 }), async (after, steps) => {
      const stored = [1, 2, 3].map(eventAt);
      const told: number[] = [];
      const watch = createWatch({
        conversationId: "c",
        after,
        store: {
          find: async () => conversation,
          async eventsAfter(_id, seq) {
            const now = stored.filter((event) => event.seq > seq);
            await soon();
            return now;
          },
        },
        mayOpen: () => true,
        send: (frame: ToPage) => {
          if (frame.type === "news") told.push(...frame.events.map(({ seq }) => seq));
        },
        failed: (error) => expect.fail(String(error)),
      });
      void watch.catchUp();

      for (const { commits, late, carriesEvents, pause } of steps) {
        for (let i = 0; i < commits; i++) stored.push(eventAt(stored.length + 1));
        const seq = Math.max(1, stored.length - late);
        const carried = carriesEvents ? { events: [eventAt(seq)], conversation } : {};
        watch.heard({ conversationId: "c", siteKey: "default", visitorId: "v", seq, ...carried });
        if (pause) await soon();
      }
      watch.heard({ conversationId: "c", siteKey: "default", visitorId: "v", seq: stored.length });
      for (let i = 0; i < 20; i++) await soon();

      expect(told).toEqual(stored.map(({ seq }) => seq).filter((seq) => seq > after));
    }),
  );
});

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));
