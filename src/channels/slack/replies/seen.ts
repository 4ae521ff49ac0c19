import type { Conversation } from "../../../conversation/conversation.ts";
import type { Message } from "../../../conversation/message.ts";
import { forVisitor } from "../../../conversation/translation.ts";

/** What an agent is told who took back what was sent: whether the visitor can have read it. */
export function takenBack(
  conversation: Conversation | undefined,
  message: Message,
  postedSeq: number,
): string {
  const { seenSeq = 0, deliveredSeq = 0 } = conversation ?? {};
  const seq = forVisitor(message, postedSeq)?.seq ?? Number.POSITIVE_INFINITY;
  if (seenSeq >= seq) return "Taken back and kept as a note. The visitor has already seen it.";
  if (deliveredSeq >= seq)
    return "Taken back and kept as a note. It was in the visitor's chat already, so they may have read it.";
  return "Taken back and kept as a note. It had not reached the visitor's browser yet, as far as we know.";
}
