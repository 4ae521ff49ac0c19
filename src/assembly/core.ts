import { createConversations } from "../conversation/index.ts";
import type { Listener } from "../conversation/listener.ts";
import { isTestVisitor } from "../conversation/test-visitor.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import { createRelay } from "../relay.ts";
import type { Storage } from "../storage/index.ts";

export interface CoreParts {
  storage: Pick<Storage, "store" | "lanes">;
  live: Live;
  newId: () => string;
  now: () => number;
  log: Log;
}

/** The conversations, and who hears of them: at once by `live`, for certain by `relay`. */
export function createCore({ storage: { store, lanes }, live, newId, now, log }: CoreParts) {
  /** Everybody who is told of conversations; grows until the relay starts. */
  const listeners: Listener[] = [];
  const relay = createRelay({ lanes, store, listeners, now, log });
  const conversations = createConversations({
    store,
    newId,
    now,
    owed: (conversation, happenings, via) =>
      listeners
        .filter((listener) => listener.name !== via && listener.concerns(conversation, happenings))
        // Nobody but the thread that is tested hears of a test handoff.
        .filter(({ name }) => name === "slack" || !isTestVisitor(conversation.visitor.id))
        .map(({ name }) => name),
    announce({ conversationId, seq, events, conversation }, owed) {
      if (!conversation) return;
      const { siteKey, visitor } = conversation;
      live.announce({ conversationId, siteKey, visitorId: visitor.id, seq, events, conversation });
      if (owed.length > 0) relay.kick();
    },
  });
  return { conversations, relay, listeners };
}
