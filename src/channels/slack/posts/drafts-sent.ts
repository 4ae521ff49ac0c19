import type { ConversationEvent } from "../../../conversation/events.ts";
import { sentSuggestions } from "../../../conversation/suggestions.ts";

/** The events with the drafts that were sent with these `news`: what stands below them in the thread changes. */
export async function draftsSentWith(
  news: readonly ConversationEvent[],
  all: () => Promise<ConversationEvent[]>,
): Promise<number[]> {
  const sent = sentSuggestions(news);
  if (sent.size === 0) return [];
  return (await all()).flatMap((event) =>
    event.type === "message.posted" && event.message.draftFor && sent.has(event.message.id)
      ? [event.seq]
      : [],
  );
}
