import { type ConversationEvent, isFromVisitor, isNote } from "../conversation/events.ts";

/** When the assistant had the last word to a visitor who wrote (ms since 1970); undefined where it has not. */
export function answeredLastAt(events: readonly ConversationEvent[]): number | undefined {
  const last = events.findLast((event) => event.type === "message.posted" && !isNote(event));
  const isAnswer = last?.type === "message.posted" && last.message.author.kind === "assistant";
  return isAnswer && events.some(isFromVisitor) ? last.at : undefined;
}
