import { type ConversationEvent, isAskingForPeople, isNote } from "./events.ts";
import type { Message } from "./message.ts";

/**
 * What a list shows of a conversation as it stands: the last that the visitor can read too. Where nothing was said since
 * people were asked for, the visitor's words stand there and not the assistant's, or nobody would see who wants what of the team.
 */
export function lastSaid(events: readonly ConversationEvent[]): Message | undefined {
  const messages = events.flatMap((event) =>
    event.type === "message.posted" && !isNote(event) ? [{ seq: event.seq, message: event.message }] : [],
  );
  const last = messages.at(-1);
  const asked = events.findLast(isAskingForPeople);
  if (!last || last.message.author.kind !== "assistant" || !asked || asked.seq < last.seq)
    return last?.message;
  return messages.findLast(({ message }) => message.author.kind === "visitor")?.message ?? last.message;
}
