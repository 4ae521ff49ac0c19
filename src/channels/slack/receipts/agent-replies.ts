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

export interface AgentReplies {
  /** The last ones, oldest first, as they stand. */
  replies: AgentReply[];
  /** Up to this event the visitor was sent them by email; 0 when they were not. */
  mailedSeq: number;
}

/** What agents wrote in Slack lately. */
export async function agentReplies(
  store: Pick<ConversationStore, "eventsAfter">,
  { id, seq, deliveredSeq }: Conversation,
): Promise<AgentReplies> {
  const events = await store.eventsAfter(id, Math.max(0, Math.min(seq, deliveredSeq) - lookBack));
  const mailed = events.map((event) =>
    event.type === "conversation.reached" && event.byEmail ? event.upTo : 0,
  );
  return { replies: asItStands(events).flatMap(replyIn), mailedSeq: Math.max(0, ...mailed) };
}

function replyIn(event: ConversationEvent): AgentReply[] {
  if (event.type !== "message.posted" || event.via !== "slack") return [];
  if (event.message.note || event.message.author.kind !== "agent") return [];
  const place = placeOf(event);
  const sent = forVisitor(event.message, event.seq);
  return place && sent ? [{ seq: sent.seq, at: event.at, place }] : [];
}
