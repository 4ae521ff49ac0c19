import type { Agent } from "../conversation/conversation.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import { isReply, type Rating } from "../conversation/rating.ts";

/** A time a visitor was asked how it went. Times are milliseconds since 1970. */
export interface Rated {
  /** Of the event with which they were asked. */
  seq: number;
  at: number;
  /** Who of the team had answered last; undefined where it is about the assistant alone. */
  agent: Pick<Agent, "id" | "name"> | undefined;
  /** Their last word on it. */
  rating: Rating | undefined;
}

/** What one conversation's visitor was asked and said, in order. `events` as they stand now. Pure. */
export function ratedIn(events: readonly ConversationEvent[]): Rated[] {
  const rated: Rated[] = [];
  let agent: Rated["agent"];
  for (const event of events) {
    if (event.type === "message.posted" && event.message.author.kind === "agent" && isReply(event)) {
      const { id, name } = event.message.author;
      agent = { id, name };
    }
    if (event.type === "conversation.ratingAsked") {
      const { seq, at, of } = event;
      rated.push({ seq, at, agent: of === "people" ? agent : undefined, rating: undefined });
    }
    const last = rated.at(-1);
    if (event.type === "conversation.rated" && last) last.rating = event.rating;
  }
  return rated;
}
