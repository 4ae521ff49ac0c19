import type { Agent, Conversation } from "./conversation.ts";
import type { ConversationEvent } from "./events.ts";
import type { Author, Message } from "./message.ts";

/** The one agent that somebody is, whichever of their ids stands somewhere. */
export type OneAgent = (agent: Agent) => Agent;

/** As it is to be read: whoever has it is the one agent they are by now. */
export function conversationOfOneAgent(conversation: Conversation, one: OneAgent): Conversation {
  const { agent } = conversation;
  const same = agent && one(agent);
  return same === agent ? conversation : { ...conversation, agent: same };
}

/** As it is to be read; what was recorded stays as it was. */
export function eventOfOneAgent(event: ConversationEvent, one: OneAgent): ConversationEvent {
  switch (event.type) {
    case "message.posted":
    case "message.edited":
    case "message.translated":
      return { ...event, message: messageOf(event.message, one) };
    case "message.deleted":
      return { ...event, message: messageOf(event.message, one), by: authorOf(event.by, one) };
    case "message.madeInternal":
      return { ...event, message: messageOf(event.message, one), by: one(event.by) };
    case "conversation.claimed":
      return { ...event, agent: one(event.agent) };
    case "conversation.assigned":
      return { ...event, agent: one(event.agent), by: one(event.by) };
    case "conversation.reopened":
      return { ...event, by: authorOf(event.by, one) };
    case "message.revealed":
    case "conversation.handedBack":
    case "conversation.closed":
    case "conversation.repliesSwitched":
    case "conversation.translationSwitched":
    case "visitor.blocked":
    case "visitor.unblocked":
      return { ...event, by: one(event.by) };
    case "conversation.reached":
    case "conversation.handedOff":
    case "conversation.handoffMissed":
    case "conversation.briefed":
    case "conversation.offered":
    case "conversation.offerDeclined":
    case "conversation.ratingAsked":
    case "conversation.rated":
    case "conversation.ratingDeclined":
    case "conversation.callFailed":
    case "conversation.escalated":
    case "conversation.summedUp":
    case "visitor.contactLeft":
    case "visitor.contactLost":
    case "visitor.contactRegained":
      return event;
  }
}

const messageOf = (message: Message, one: OneAgent): Message => ({
  ...message,
  author: authorOf(message.author, one),
  ...(message.draftFor ? { draftFor: one(message.draftFor) } : {}),
});

function authorOf(author: Author, one: OneAgent): Author {
  if (author.kind !== "agent") return author;
  const { kind, ...agent } = author;
  return { kind, ...one(agent) };
}
