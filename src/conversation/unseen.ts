/** What a visitor who has left has not read yet. Pure. */
import { asItStands } from "./as-it-stands.ts";
import type { Conversation } from "./conversation.ts";
import { type ConversationEvent, type Happening, isFromVisitor } from "./events.ts";
import { forVisitor } from "./translation.ts";

/** So long a visitor may take to come back and read before what they are answered is sent after them. */
export const unseenForMs = 3 * 60_000;

/** Whether there may be something new to send: an answer, or with its translation what goes to the visitor only then. */
export const bringsWords = (happening: Happening) =>
  (happening.type === "message.posted" && happening.message.author.kind !== "visitor") ||
  happening.type === "message.translated";

/**
 * What agents wrote, as the visitor would have read it, and neither saw nor was sent. What the assistant wrote only
 * where it answers somebody who wrote from outside the chat.
 */
export function unseenIn(
  { seenSeq, mailedSeq, textedSeq }: Conversation,
  events: readonly ConversationEvent[],
): ConversationEvent[] {
  const knownSeq = Math.max(seenSeq, mailedSeq, textedSeq);
  let isOutside = false;
  return asItStands(events).flatMap((event): ConversationEvent[] => {
    if (event.type !== "message.posted" || event.message.note) return [];
    if (isFromVisitor(event)) isOutside = event.via === "email" || event.via === "sms";
    const { kind } = event.message.author;
    if (kind === "visitor" || (kind === "assistant" && !isOutside)) return [];
    const sent = forVisitor(event.message, event.seq);
    if (!sent || sent.seq <= knownSeq) return [];
    return [{ ...event, seq: sent.seq, message: { ...event.message, text: sent.text } }];
  });
}
