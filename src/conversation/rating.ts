import type { ConversationEvent } from "./events.ts";

/** How a visitor found a conversation. */
export interface Rating {
  isGood: boolean;
  /** In a sentence of theirs, as plain text; at most `maxReasonLength`. */
  reason?: string | undefined;
}

/** Whom a visitor is asked about: people who answered them, or the assistant alone. */
export type RatedParty = "people" | "assistant";

export interface RatingRequest {
  /** Milliseconds since 1970. */
  at: number;
  of: RatedParty;
  /** What the visitor is asked. */
  sentence: string;
  /** There is something to say yet, and the visitor has neither declined nor written on. */
  isOpen: boolean;
  /** Their last word. */
  given?: Rating | undefined;
}

/** Characters of a reason: a sentence, or a few. */
export const maxReasonLength = 500;

/** Whether people have answered the visitor since they last said how it went, or did not want to. */
export function haveAnsweredSince(events: readonly ConversationEvent[]): boolean {
  const last = events.findLast(
    (event) =>
      event.type === "conversation.ratingDeclined" || event.type === "conversation.rated" || isReply(event),
  );
  return last !== undefined && isReply(last);
}

export const isReply = (event: ConversationEvent) =>
  event.type === "message.posted" && event.message.author.kind === "agent" && !event.message.note;

/** "not good — “It took too long.”" */
export const ratingInBrief = ({ isGood, reason }: Rating): string =>
  (isGood ? "good" : "not good") + (reason === undefined ? "" : ` — “${reason}”`);

/** For the team, as one line without a full stop. With a reason it is said second, or at once. */
export function ratingInWords({ isGood, reason }: Rating, visitor: string): string {
  const found = isGood ? "good" : "not good";
  return reason === undefined
    ? `${visitor} found this conversation ${found}`
    : `${visitor} says why it was ${found}: “${reason}”`;
}
