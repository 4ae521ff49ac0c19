import { type ConversationEvent, isNote } from "../conversation/events.ts";
import { forTeam } from "../conversation/translation.ts";

const maxLength = 200;

/** What a list shows of a conversation: the last words, or files, that are for the visitor too; as the team reads them. */
export function previewOf(events: readonly ConversationEvent[]): string {
  const last = events.findLast((event) => event.type === "message.posted" && !isNote(event));
  if (last?.type !== "message.posted") return "";
  const { files = [] } = last.message;
  const { text } = forTeam(last.message);
  return (text || files.map(({ name }) => name).join(", ")).slice(0, maxLength);
}
