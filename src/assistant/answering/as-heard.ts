import { type ConversationEvent, isFromVisitor } from "../../conversation/events.ts";

/**
 * The conversation as it was when `said` was heard: it ends with what is to be answered, though other answers may have
 * been given meanwhile, and without what the visitor has said after `upTo`. That is answered by itself, or it would be
 * twice.
 */
export function asHeard(
  history: ConversationEvent[],
  said: ConversationEvent[],
  upTo: number,
): ConversationEvent[] {
  const before = said[0] ? said[0].seq - 1 : upTo;
  return [...history.filter((event) => event.seq <= before || !isFromVisitor(event)), ...said];
}
