import type { Conversation } from "../../../conversation/conversation.ts";
import type { ConversationStore } from "../../../conversation/store.ts";

/** Enough to reach back to when a message was written, unless it is late. */
const lookBack = 20;

/** Whether replies were internal when something was written at `ts`, though they go to the visitor by now. */
export async function wasWrittenForTeam(
  store: Pick<ConversationStore, "eventsAfter">,
  { id, seq, repliesTo }: Conversation,
  ts: string,
): Promise<boolean> {
  if (repliesTo === "team") return false;
  const writtenAt = Number(ts) * 1_000;
  const latest = await store.eventsAfter(id, Math.max(0, seq - lookBack));
  const isEnough = latest.some(({ at }) => at <= writtenAt);
  const events = isEnough ? latest : await store.eventsAfter(id, 0);
  const next = events.find(({ type, at }) => type === "conversation.repliesSwitched" && at > writtenAt);
  return next?.type === "conversation.repliesSwitched" && next.to === "visitor";
}
