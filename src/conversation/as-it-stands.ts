import type { ConversationEvent, Posted } from "./events.ts";
import type { Message } from "./message.ts";

type Changing = Extract<ConversationEvent, { posted: Posted }>;

/**
 * A stretch of a conversation as it reads now: messages with their last words, their translation and whom they are for, without those that
 * were deleted. A change to a message that was posted elsewhere stays in it as an event, unless it is out of date too:
 * who missed an edit never reads words that were taken back since.
 */
export function asItStands(events: readonly ConversationEvent[]): ConversationEvent[] {
  const posts = new Set(events.filter(({ type }) => type === "message.posted").map(({ seq }) => seq));
  const lastChanges = new Map<number, Changing>();
  for (const event of events) {
    if (!changesMessage(event)) continue;
    const isGone = lastChanges.get(event.posted.seq)?.type === "message.deleted";
    if (!isGone) lastChanges.set(event.posted.seq, event);
  }

  return events.flatMap((event): ConversationEvent[] => {
    if (changesMessage(event)) {
      const last = lastChanges.get(event.posted.seq);
      const isWords = event.type === "message.edited" || event.type === "message.translated";
      const isOutdated = event !== last && (isWords || event.seq > (last?.seq ?? 0));
      return posts.has(event.posted.seq) || isOutdated ? [] : [event];
    }
    const change = lastChanges.get(event.seq);
    if (event.type !== "message.posted" || !change) return [event];
    return change.type === "message.deleted" ? [] : [{ ...event, message: change.message }];
  });
}

export const changesMessage = (event: ConversationEvent): event is Changing => "posted" in event;

/** A message as it is now, with where it was posted; undefined when it was never there or is no more. */
export function messageIn(
  events: readonly ConversationEvent[],
  messageId: string,
): { message: Message; posted: Posted } | undefined {
  const event = asItStands(events).find(
    (event) => event.type === "message.posted" && event.message.id === messageId,
  );
  return event?.type === "message.posted"
    ? { message: event.message, posted: { seq: event.seq, at: event.at } }
    : undefined;
}
