import type { Conversation } from "../../../../conversation/conversation.ts";
import { forVisitor, isHeld } from "../../../../conversation/translation.ts";
import { isMe } from "../sign-in/session.ts";
import type { Shown } from "./shown.ts";

type Posted = Extract<Shown, { type: "message.posted" }>;

/** The last thing an agent said that went to the visitor: below it stands how far it got. */
export const lastAnswer = (events: Shown[]): Posted | undefined =>
  events.findLast(
    (event): event is Posted =>
      event.type === "message.posted" &&
      event.message.author.kind === "agent" &&
      !event.message.note &&
      !isHeld(event.message),
  );

/** "Sent" only stands while nothing came after what I wrote. */
export function receiptOf(
  event: Posted,
  { isAnswer, isLast }: { isAnswer: boolean; isLast: boolean },
  { seenSeq, deliveredSeq, mailedSeq, textedSeq }: Conversation,
): string | undefined {
  const sent = forVisitor(event.message, event.seq);
  if (!sent) return undefined;
  if (isAnswer && seenSeq >= sent.seq) return "Seen";
  if (isAnswer && mailedSeq >= sent.seq) return "Sent by email";
  if (isAnswer && textedSeq >= sent.seq) return "Sent by SMS";
  if (isAnswer && deliveredSeq >= sent.seq) return "Delivered";
  const { author } = event.message;
  return isLast && author.kind === "agent" && isMe(author.id) ? "Sent" : undefined;
}
