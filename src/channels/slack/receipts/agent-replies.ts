import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { forVisitor } from "../../../conversation/translation.ts";
import { type MessagePlace, placeOf } from "./message-place.ts";

/** What an agent wrote in Slack for the visitor. */
export interface AgentReply {
  /** With which it went to the visitor. */
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
  return asItStands(await store.eventsAfter(id, from)).flatMap(replyIn);
}

function replyIn(event: ConversationEvent): AgentReply[] {
  if (event.type !== "message.posted" || event.via !== "slack") return [];
  if (event.message.note || event.message.author.kind !== "agent") return [];
  const place = placeOf(event);
  const sent = forVisitor(event.message, event.seq);
  return place && sent ? [{ seq: sent.seq, at: event.at, place }] : [];
}
