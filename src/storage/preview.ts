import type { ConversationEvent } from "../conversation/events.ts";
import { lastSaid } from "../conversation/last-said.ts";
import { forTeam } from "../conversation/translation.ts";

const maxLength = 200;

/** What a list shows of a conversation: the last words, or files, that are for the visitor too; as the team reads them. */
export function previewOf(events: readonly ConversationEvent[]): string {
  const last = lastSaid(events);
  if (!last) return "";
  const { files = [] } = last;
  return (forTeam(last).text || files.map(({ name }) => name).join(", ")).slice(0, maxLength);
}
