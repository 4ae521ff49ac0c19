import type { Conversation, Handoff } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import { visitorName } from "./names.ts";

type Turn = Exclude<ConversationEvent, { type: "message.posted" }>;

/** What happened, as one fine line between the messages. */
export function inOneLine(event: Turn, conversation: Conversation): string {
  switch (event.type) {
    case "conversation.handedOff":
      return `Handed off: ${reasonOf(event.handoff)}`;
    case "conversation.claimed":
      return `${event.agent.name} claimed`;
    case "conversation.handedBack":
      return `${event.by.name} handed back to the assistant`;
    case "conversation.closed":
      return `${event.by.name} closed`;
    case "conversation.reopened":
      return event.by.kind === "agent"
        ? `${event.by.name} reopened`
        : `${visitorName(conversation)} wrote again: reopened`;
  }
}

/** "asked for a person — “talk to a human”" */
function reasonOf({ reason, matched }: Handoff): string {
  const lower = reason.charAt(0).toLowerCase() + reason.slice(1);
  return matched ? `${lower.replace(/\.$/, "")} — “${matched}”` : lower;
}
