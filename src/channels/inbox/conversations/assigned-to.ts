import type { ConversationEvent } from "../../../conversation/events.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Signal } from "../../../live.ts";

type Assigned = Extract<ConversationEvent, { type: "conversation.assigned" }>;

/** That somebody gave this conversation to somebody else just now; undefined for any other news. */
export async function assignedIn(
  { conversationId, seq, events }: Signal,
  store: Pick<ConversationStore, "eventsAfter">,
): Promise<Assigned | undefined> {
  const news = events?.length ? events : await store.eventsAfter(conversationId, seq - 1, 1);
  return news.find(
    (event): event is Assigned => event.type === "conversation.assigned" && event.agent.id !== event.by.id,
  );
}
