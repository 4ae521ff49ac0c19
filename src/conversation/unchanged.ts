import type { Conversation } from "./conversation.ts";
import type { Recorded } from "./store.ts";

/** The outcome of a verb that found nothing to do. */
export const unchanged = (conversation: Conversation): Recorded => ({
  fresh: false,
  conversationId: conversation.id,
  seq: conversation.seq,
  events: [],
  conversation,
});
