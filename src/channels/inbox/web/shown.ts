import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";

/** What a conversation's log holds: messages as they stand, and what happened between them. */
export type Shown = Exclude<ConversationEvent, { type: "conversation.reached" }>;

export const shownOf = (events: ConversationEvent[]): Shown[] => asItStands(events).filter(isShown);

/** How far the visitor has read stands at the message, not between the messages. */
const isShown = (event: ConversationEvent): event is Shown => event.type !== "conversation.reached";
