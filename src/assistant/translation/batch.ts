import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Message } from "../../conversation/message.ts";
import { wantsTranslation } from "../../conversation/translate.ts";

export type Posted = Extract<ConversationEvent, { type: "message.posted" }>;

/** What a model is asked for at once: replies for the visitor, or what the team reads. */
export interface Batch {
  isForVisitor: boolean;
  /** In order. */
  posts: Posted[];
}

/** Few enough that a reply that is written meanwhile does not wait long. */
const maxPosts = 20;
const maxCharacters = 3_000;

/** At switching on, so much of what was said before is translated. */
const maxEarlier = 200;

/** What of a conversation, as it stands, is to be translated. */
export function wanted(events: readonly ConversationEvent[], conversation: Conversation): Posted[] {
  const posts = events.filter((event): event is Posted => event.type === "message.posted");
  return posts.filter(
    ({ message }, index) =>
      wantsTranslation(message, conversation) &&
      (message.translation?.state === "awaited" || index >= posts.length - maxEarlier),
  );
}

/**
 * What comes next: replies, because the visitor waits for them, as soon as it is known which language that is; then what
 * was said last, because agents read that first.
 */
export function nextBatch(missing: readonly Posted[], events: readonly ConversationEvent[]): Batch {
  const replies = missing.filter(({ message }) => message.author.kind === "agent");
  const others = missing.filter(({ message }) => message.author.kind !== "agent");
  const isVisitorUnread = others.some(isByVisitor) && !events.some(isForeign);
  if (replies.length > 0 && !isVisitorUnread)
    return { isForVisitor: true, posts: replies.slice(0, fitting(replies)) };

  const newest = isVisitorUnread ? others.slice(0, others.findLastIndex(isByVisitor) + 1) : others;
  const count = fitting(newest.toReversed());
  return { isForVisitor: false, posts: newest.slice(newest.length - count) };
}

/** How many of the first fit together. At least one: a long message is a batch of its own. */
function fitting(posts: readonly Posted[]): number {
  let characters = 0;
  const tooMany = posts.findIndex(({ message }, index) => {
    characters += message.text.length;
    return index > 0 && (index >= maxPosts || characters > maxCharacters);
  });
  return tooMany === -1 ? posts.length : tooMany;
}

export const isByVisitor = ({ message }: Posted) => message.author.kind === "visitor";

/** A message by the visitor that a model has read. */
export const isRead = (event: ConversationEvent) =>
  isForeign(event) ||
  (event.type === "message.posted" && isByVisitor(event) && stateOf(event.message) === "same");

/** The visitor wrote it in a language of their own. */
const isForeign = (event: ConversationEvent) =>
  event.type === "message.posted" && isByVisitor(event) && stateOf(event.message) === "done";

const stateOf = ({ translation }: Message) => translation?.state;
