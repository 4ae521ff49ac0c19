import type { Conversation } from "../conversation/conversation.ts";
import type { Directory } from "../conversation/directory.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { ConversationStore } from "../conversation/store.ts";

/** One conversation with everything that happened in it, in order. */
export interface History {
  conversation: Conversation;
  events: ConversationEvent[];
}

export interface Past {
  directory: Directory;
  store: Pick<ConversationStore, "eventsAfter">;
}

/**
 * Every conversation in which something happened since `since` (ms since 1970), one at a time, so that memory holds
 * one history whatever their number. Someone may move in the list meanwhile: nobody is told twice.
 */
export async function* histories({ directory, store }: Past, since = 0): AsyncGenerator<History> {
  const told = new Set<string>();
  let after: string | undefined;
  do {
    const page = await directory.list({ after, limit: 100 });
    for (const { conversation, lastAt } of page.summaries) {
      if (lastAt < since || told.has(conversation.id)) continue;
      told.add(conversation.id);
      yield { conversation, events: await store.eventsAfter(conversation.id, 0) };
    }
    after = page.cursor;
  } while (after !== undefined);
}
