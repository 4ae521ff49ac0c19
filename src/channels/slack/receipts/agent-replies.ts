import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { MessagePlace } from "./marks.ts";

/** What an agent wrote in Slack for the visitor. */
export interface AgentReply {
  seq: number;
  at: number;
  place: MessagePlace;
}

/** Marks are about what was just said; older replies have theirs. */
const lookBack = 100;

/** The last replies that agents wrote in Slack, oldest first, as they stand. */
export async function agentReplies(
  store: Pick<ConversationStore, "eventsAfter">,
  { id, seq, deliveredSeq }: Conversation,
): Promise<AgentReply[]> {
  const from = Math.max(0, Math.min(seq, deliveredSeq) - lookBack);
  return asItStands(await store.eventsAfter(id, from)).flatMap((event): AgentReply[] => {
    if (event.type !== "message.posted" || event.via !== "slack") return [];
    if (event.message.note || event.message.author.kind !== "agent") return [];
    const [team, channel, ts, ...more] = event.externalId.split("/");
    if (!team || !channel || !ts || more.length > 0) return [];
    return [{ seq: event.seq, at: event.at, place: { team, channel, ts } }];
  });
}
