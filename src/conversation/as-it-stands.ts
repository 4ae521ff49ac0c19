import type { ConversationEvent, Posted } from "./events.ts";
import type { Message } from "./message.ts";

/**
 * A stretch of a conversation as it reads now: messages with their last words and whom they are for, without those that
 * were deleted. A change to a message that was posted before the stretch stays in it as an event.
 */
export function asItStands(events: readonly ConversationEvent[]): ConversationEvent[] {
  const first = events[0]?.seq ?? 0;
  const now = new Map<string, Message | undefined>();
  for (const event of events)
    if (changesMessage(event))
      now.set(event.message.id, event.type === "message.deleted" ? undefined : event.message);

  return events.flatMap((event): ConversationEvent[] => {
    if (changesMessage(event)) return event.posted.seq < first ? [event] : [];
    if (event.type !== "message.posted" || !now.has(event.message.id)) return [event];
    const message = now.get(event.message.id);
    return message ? [{ ...event, message }] : [];
  });
}

type Changing = Extract<ConversationEvent, { posted: Posted }>;

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
