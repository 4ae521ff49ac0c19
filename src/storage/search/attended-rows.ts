import type { Agent } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Attended } from "../generated/sqlite/client.ts";

/** Who took a conversation or answered in it. */
export function attendedRowsOf(events: readonly ConversationEvent[]): Attended[] {
  const rows = events.flatMap((event) => {
    const agent = attending(event);
    if (!agent) return [];
    return [{ agentId: agent.id, conversationId: event.conversationId, agentName: agent.name }];
  });
  return [...new Map(rows.map((row) => [row.agentId, row])).values()];
}

function attending(event: ConversationEvent): Agent | undefined {
  if (event.type === "conversation.claimed") return event.agent;
  if (event.type !== "message.posted" || event.message.note) return undefined;
  const { author } = event.message;
  return author.kind === "agent" ? author : undefined;
}
