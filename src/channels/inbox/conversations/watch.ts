import type { Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Signal } from "../../../live.ts";
import type { ToPage } from "../protocol.ts";

interface Options {
  conversationId: string;
  /** The `seq` the page has. */
  after: number;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  /** Whether the page's member works for a site: of another's conversation it is told nothing. */
  mayOpen: (siteKey: string) => boolean;
  send: (frame: ToPage) => void;
  failed: (error: unknown) => void;
}

/** Keeps one page's view of one conversation complete: in order, no gap, no event twice. */
export function createWatch({ conversationId, after, store, mayOpen, send, failed }: Options) {
  let cursor = after;
  let behind = false;
  let reading = false;
  let stopped = false;

  const watch = {
    conversationId,

    /** Something happened. What comes with the signal is passed on at once if it is exactly what comes next. */
    heard({ seq, events = [], conversation }: Signal): void {
      if (seq <= cursor) return;
      if (!reading && conversation && events[0]?.seq === cursor + 1) tell(conversation, events);
      else void watch.catchUp();
    },

    /** Reads what is missing, and again if more happened meanwhile. */
    async catchUp(): Promise<void> {
      behind = true;
      if (reading) return;
      reading = true;
      try {
        while (behind && !stopped) await readOn();
      } catch (error) {
        failed(error);
      } finally {
        reading = false;
      }
    },

    stop(): void {
      stopped = true;
    },
  };
  return watch;

  async function readOn(): Promise<void> {
    behind = false;
    const events = await store.eventsAfter(conversationId, cursor);
    const conversation = events.length > 0 ? await store.find(conversationId) : undefined;
    if (conversation && !stopped) tell(conversation, events);
  }

  function tell(conversation: Conversation, events: ConversationEvent[]): void {
    if (!mayOpen(conversation.siteKey)) return;
    cursor = events.at(-1)?.seq ?? cursor;
    send({ type: "news", conversationId, seq: cursor, conversation, events });
  }
}

export type Watch = ReturnType<typeof createWatch>;
