/** From one owner to the next: the assistant, people who are awaited, an agent, nobody. Pure. */
import type { Agent, Conversation, Handoff, Status } from "./conversation.ts";

export function waiting(conversation: Conversation, handoff: Handoff): Conversation {
  return { ...owned(conversation, "waiting"), handoff, brief: undefined };
}

/** The first agent to answer or claim owns the conversation; later agents join without taking it over. */
export function answeredBy(conversation: Conversation, agent: Agent): Conversation {
  if (conversation.status === "agent") return conversation;
  return { ...owned(conversation, "agent"), agent };
}

/** Somebody of the team has it from now on, whoever had it before. */
export function givenTo(conversation: Conversation, agent: Agent): Conversation {
  return { ...owned(conversation, "agent"), agent };
}

export function closed(conversation: Conversation): Conversation {
  return owned(conversation, "closed");
}

/** Handed back, or opened again. What was said so far is behind the boundary and cannot trigger a handoff again. */
export function backToAssistant(conversation: Conversation): Conversation {
  return { ...owned(conversation, "assistant"), boundarySeq: conversation.seq, brief: undefined };
}

function owned(conversation: Conversation, status: Status): Conversation {
  const generation = conversation.generation + 1;
  const nothingAsked = { offer: undefined, missed: undefined, rating: undefined, asksContact: false };
  return { ...conversation, status, generation, agent: undefined, ...nothingAsked };
}
