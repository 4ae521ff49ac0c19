import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Signal } from "../../live.ts";

export interface News {
  conversation: Conversation;
  events: ConversationEvent[];
}

/**
 * Turns signals into news without a gap or a doubling: what a signal brings along is used when it continues where we
 * are, and read from the store when it does not.
 */
export function createFeed(
  store: ConversationStore,
  tell: (news: News) => void,
  failed: (error: unknown) => void,
) {
  let cursor: number | undefined;
  let last: Promise<void> = Promise.resolve();
  let catchingUp = 0;

  function pass({ conversation, events }: News): void {
    const fresh = events.filter(({ seq }) => seq > (cursor ?? 0));
    cursor = Math.max(cursor ?? 0, events.at(-1)?.seq ?? 0);
    if (fresh.length > 0) tell({ conversation, events: fresh });
  }

  async function catchUp(conversationId: string): Promise<void> {
    const events = await store.eventsAfter(conversationId, cursor ?? 0);
    const conversation = await store.find(conversationId);
    if (conversation) pass({ conversation, events });
  }

  return {
    /** From here on; signals before it are covered by what was read to find it. */
    startAt(seq: number): void {
      cursor = Math.max(cursor ?? 0, seq);
    },

    signal({ conversationId, seq, events, conversation }: Signal): void {
      if (cursor === undefined || seq <= cursor) return;
      if (catchingUp === 0 && events && conversation && events[0]?.seq === cursor + 1) {
        pass({ conversation, events });
        return;
      }

      catchingUp += 1;
      last = last
        .then(() => (seq > (cursor ?? 0) ? catchUp(conversationId) : undefined))
        .catch(failed)
        .finally(() => {
          catchingUp -= 1;
        });
    },
  };
}

export type Feed = ReturnType<typeof createFeed>;
