import { asItStands } from "../conversation/as-it-stands.ts";
import { conversationOfOneAgent, type OneAgent } from "../conversation/as-one-agent.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { Conflict } from "../conversation/errors.ts";
import { type Happening, isAskingForPeople } from "../conversation/events.ts";
import type { Change, ConversationStore } from "../conversation/store.ts";
import { createMemory } from "../memory.ts";
import { type Clock, numbered, repeated, type Write } from "./changes.ts";
import type { Database } from "./client.ts";
import { notErased } from "./erased.ts";
import { previewOf } from "./preview.ts";
import { asReadBy, conversationOf } from "./rows.ts";
import { type ChangeLog, createWriter } from "./writer.ts";

/** Conversations remembered where this process is the only one that writes. About 1 kB each. */
const maxRemembered = 20_000;

export function createConversationStore(
  { client, exclusive }: Database,
  changes: ChangeLog,
  clock: Clock,
  one: OneAgent = (agent) => agent,
): ConversationStore & { erased: (conversation: Erased) => void } {
  const writer = createWriter(changes, clock);
  const remembered = createMemory<Conversation>({ max: maxRemembered });
  const { eventOf } = asReadBy(one);
  /** Who is one agent may have changed since it was remembered. */
  const asItIsNow = (conversation: Conversation) => conversationOfOneAgent(conversation, one);

  /** What was being read while it was erased is not remembered. */
  const erased = createMemory<true>({ max: maxRemembered });

  /** The newer one, when it was changed while this one was read. */
  function remember(conversation: Conversation): Conversation {
    if (!exclusive || erased.has(conversation.id)) return conversation;
    const known = remembered.get(conversation.id);
    if (known && known.version > conversation.version) return known;
    remembered.set(conversation.id, conversation);
    remembered.set(keyOf(conversation.siteKey, conversation.visitor.id), conversation);
    return conversation;
  }

  function forget(conversation: Conversation): void {
    remembered.delete(conversation.id);
    remembered.delete(keyOf(conversation.siteKey, conversation.visitor.id));
  }

  const eventsAfter: ConversationStore["eventsAfter"] = async (conversationId, seq, limit) => {
    const rows = await client.event.findMany({
      where: { conversationId, seq: { gt: seq } },
      orderBy: { seq: "asc" },
      ...(limit === undefined ? {} : { take: limit }),
    });
    return rows.map(eventOf);
  };

  /** What is read here is still so when the change is written, or its version refuses it. */
  async function prepared(change: Change): Promise<Write> {
    if (!change.happenings.some(movesLastText)) return change;
    const before = await eventsAfter(change.conversation.id, 0);
    const { events } = numbered(change, clock);
    return { ...change, lastText: previewOf(asItStands([...before, ...events])) };
  }

  return {
    eventsAfter,

    erased({ id, siteKey, visitorId }) {
      erased.set(id, true);
      remembered.delete(id);
      remembered.delete(keyOf(siteKey, visitorId));
    },

    async find(id) {
      const known = remembered.get(id);
      if (known) return asItIsNow(known);
      // Prisma would join many findUnique of one moment into one query with more parameters than databases take.
      const row = await client.conversation.findFirst({ where: { id, ...notErased } });
      return row ? asItIsNow(remember(conversationOf(row))) : undefined;
    },

    async findByVisitor(siteKey, visitorId) {
      const known = remembered.get(keyOf(siteKey, visitorId));
      if (known) return asItIsNow(known);
      const row = await client.conversation.findFirst({
        where: { siteKey, visitorId, ...notErased },
      });
      return row ? asItIsNow(remember(conversationOf(row))) : undefined;
    },

    async record(change) {
      try {
        const recorded = await writer.record(await prepared(change));
        if (recorded.conversation) remember(recorded.conversation);
        return recorded;
      } catch (error) {
        if (error instanceof Conflict) forget(change.conversation);
        throw error;
      }
    },

    async recorded({ via, externalId }) {
      const row = await client.source.findFirst({ where: { via, externalId } });
      return row ? repeated(row) : undefined;
    },
  };
}

/** A list then shows other words than those that were said last. */
const movesLastText = (happening: Happening) => "posted" in happening || isAskingForPeople(happening);

interface Erased {
  id: string;
  siteKey: string;
  visitorId: string;
}

const keyOf = (siteKey: string, visitorId: string) => `${siteKey}/${visitorId}`;
