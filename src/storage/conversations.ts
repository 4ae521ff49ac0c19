import { LRUCache } from "lru-cache";
import type { Conversation } from "../conversation/conversation.ts";
import { Conflict } from "../conversation/errors.ts";
import type { ConversationStore } from "../conversation/ports.ts";
import { type Clock, repeated } from "./changes.ts";
import type { Database } from "./client.ts";
import { conversationOf, eventOf } from "./rows.ts";
import { type ChangeLog, createWriter } from "./writer.ts";

/** Conversations remembered where this process is the only one that writes. About 1 kB each. */
const maxRemembered = 20_000;

export function createConversationStore(
  { client, exclusive }: Database,
  changes: ChangeLog,
  clock: Clock,
): ConversationStore {
  const writer = createWriter(changes, clock);
  const remembered = new LRUCache<string, Conversation>({ max: maxRemembered });

  function remember(conversation: Conversation): Conversation {
    if (exclusive) {
      remembered.set(conversation.id, conversation);
      remembered.set(keyOf(conversation.siteKey, conversation.visitor.id), conversation);
    }
    return conversation;
  }

  function forget(conversation: Conversation): void {
    remembered.delete(conversation.id);
    remembered.delete(keyOf(conversation.siteKey, conversation.visitor.id));
  }

  return {
    async find(id) {
      const known = remembered.get(id);
      if (known) return known;
      const row = await client.conversation.findUnique({ where: { id } });
      return row ? remember(conversationOf(row)) : undefined;
    },

    async findByVisitor(siteKey, visitorId) {
      const known = remembered.get(keyOf(siteKey, visitorId));
      if (known) return known;
      const row = await client.conversation.findUnique({
        where: { siteKey_visitorId: { siteKey, visitorId } },
      });
      return row ? remember(conversationOf(row)) : undefined;
    },

    async record(change) {
      try {
        const recorded = await writer.record(change);
        if (recorded.conversation) remember(recorded.conversation);
        return recorded;
      } catch (error) {
        if (error instanceof Conflict) forget(change.conversation);
        throw error;
      }
    },

    async recorded({ via, externalId }) {
      const row = await client.source.findUnique({ where: { via_externalId: { via, externalId } } });
      return row ? repeated(row) : undefined;
    },

    async eventsAfter(conversationId, seq, limit) {
      const rows = await client.event.findMany({
        where: { conversationId, seq: { gt: seq } },
        orderBy: { seq: "asc" },
        ...(limit === undefined ? {} : { take: limit }),
      });
      return rows.map(eventOf);
    },
  };
}

const keyOf = (siteKey: string, visitorId: string) => `${siteKey}/${visitorId}`;
