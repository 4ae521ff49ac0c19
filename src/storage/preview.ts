import { type ConversationEvent, isNote } from "../conversation/events.ts";

const maxLength = 200;

/** What a list shows of a conversation: the last words, or files, that the visitor can read too. */
export function previewOf(events: readonly ConversationEvent[]): string {
  const last = events.findLast((event) => event.type === "message.posted" && !isNote(event));
  if (last?.type !== "message.posted") return "";
  const { text, files = [] } = last.message;
  return (text || files.map(({ name }) => name).join(", ")).slice(0, maxLength);
}
