import { messageIn } from "../../../conversation/as-it-stands.ts";
import type { ConversationEvent, Posted } from "../../../conversation/events.ts";
import type { Message } from "../../../conversation/message.ts";
import type { ConversationStore, Source } from "../../../conversation/store.ts";

/** What became of something people wrote. */
export interface FoundMessage {
  conversationId: string;
  /** As it is now, with where it was posted; undefined when it is gone. */
  now: { message: Message; posted: Posted } | undefined;
  /** Everything that happened from then on. */
  since: ConversationEvent[];
}

/** The message that came from `source`; undefined when nothing was recorded for it. */
export async function findMessage(
  store: Pick<ConversationStore, "recorded" | "eventsAfter">,
  source: Source,
): Promise<FoundMessage | undefined> {
  const recorded = await store.recorded(source);
  return recorded ? messageAt(store, recorded) : undefined;
}

/** The message that event `seq` posted. */
export async function messageAt(
  store: Pick<ConversationStore, "eventsAfter">,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<FoundMessage> {
  const since = await store.eventsAfter(conversationId, seq - 1);
  const [event] = since;
  const now = event?.type === "message.posted" ? messageIn(since, event.message.id) : undefined;
  return { conversationId, now, since };
}
