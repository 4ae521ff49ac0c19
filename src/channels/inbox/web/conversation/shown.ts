import { asItStands } from "../../../../conversation/as-it-stands.ts";
import type { ConversationEvent } from "../../../../conversation/events.ts";

/** What a conversation's log holds: messages as they stand, and what happened between them. */
export type Shown = Exclude<ConversationEvent, { type: "conversation.reached" | "conversation.briefed" }>;

export const shownOf = (events: ConversationEvent[]): Shown[] => asItStands(events).filter(isShown);

/** How far the visitor has read stands at the message, and the brief above them all. */
const isShown = (event: ConversationEvent): event is Shown =>
  event.type !== "conversation.reached" && event.type !== "conversation.briefed";
