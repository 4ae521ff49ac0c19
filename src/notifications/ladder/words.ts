import { reachedAt } from "../../conversation/contact-in-words.ts";
import type { Conversation } from "../../conversation/conversation.ts";
import type { Escalation } from "../../conversation/escalation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import { hasContact, reachable } from "../../conversation/reachable.ts";

/** Nobody is told to wait more often than this. */
export const quietForMs = 4 * 60_000;

export interface Moment {
  conversation: Conversation;
  events: readonly ConversationEvent[];
  /** Whether visitors may leave a number. */
  texts: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** What the visitor is told at a step, in words that are true; undefined when they have just been told something. */
export function sentenceFor(
  { kind }: Escalation,
  { conversation, events, texts, now }: Moment,
): string | undefined {
  if (kind === "assistant")
    return "Nobody from the team is free at the moment, so the assistant is with you again. The team keeps everything you wrote.";
  const sentence = kind === "contact" ? aboutContact(conversation, texts) : reassurance;
  if (isSaid(sentence, events)) return undefined;

  // A question that appears is explained; whoever has been asked already is not asked again at once.
  const isNews = kind === "contact" && !conversation.asksContact;
  const told = events.findLast(saysToVisitor);
  return !isNews && told && now - told.at < quietForMs ? undefined : sentence;
}

const reassurance = "We are still looking for somebody from the team. Thank you for waiting.";

const aboutContact = (conversation: Conversation, texts: boolean) =>
  hasContact(conversation)
    ? `Nobody has been free so far. If you have to go, we answer ${reachedAt(reachable(conversation))}.`
    : `Nobody has been free so far. Leave your email address${texts ? " or a number" : ""}, and we answer there if you have to go. You can also keep waiting here.`;

const saysToVisitor = (event: ConversationEvent) =>
  event.type === "conversation.handedOff" ||
  (event.type === "conversation.escalated" && event.sentence !== undefined);

/** Once in a wait is enough. */
function isSaid(sentence: string, events: readonly ConversationEvent[]): boolean {
  const since = events.findLastIndex(({ type }) => type === "conversation.handedOff");
  return events
    .slice(since)
    .some((event) => event.type === "conversation.escalated" && event.sentence === sentence);
}
