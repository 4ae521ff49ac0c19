import type { ConversationEvent } from "../../../../../conversation/events.ts";

export interface Answered {
  seq: number;
  name: string;
  text: string;
}

interface Mine {
  /** The last event there was when my reply was begun. */
  begunAt?: number | undefined;
  /** Whether somebody else has sent it is said by the server. */
  suggestionId?: string | undefined;
}

/** What another agent answered the visitor since this reply was begun; the last of it. */
export function answeredMeanwhile(
  events: readonly ConversationEvent[],
  { begunAt, suggestionId }: Mine,
  memberId: string,
): Answered | undefined {
  if (begunAt === undefined) return undefined;
  for (const event of events.toReversed()) {
    if (event.seq <= begunAt) return undefined;
    if (event.type !== "message.posted") continue;
    const { author, note, text, files = [] } = event.message;
    if (author.kind !== "agent" || note || author.id === memberId) continue;
    if (suggestionId && event.message.suggestionId === suggestionId) continue;
    return { seq: event.seq, name: author.name, text: text || files.map(({ name }) => name).join(", ") };
  }
  return undefined;
}
