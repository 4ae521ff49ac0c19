import type { Conversation } from "../../../conversation/conversation.ts";
import type { Posted } from "../../../conversation/events.ts";

/** What an agent is told who took back what was sent: whether the visitor can have read it. */
export function takenBack(conversation: Conversation | undefined, { seq }: Posted): string {
  const { seenSeq = 0, deliveredSeq = 0 } = conversation ?? {};
  if (seenSeq >= seq) return "Taken back and kept as a note. The visitor has already seen it.";
  if (deliveredSeq >= seq)
    return "Taken back and kept as a note. It was in the visitor's chat already, so they may have read it.";
  return "Taken back and kept as a note. It had not reached the visitor's browser yet, as far as we know.";
}
