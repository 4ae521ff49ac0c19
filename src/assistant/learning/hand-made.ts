import { type ConversationEvent, isFromVisitor } from "../../conversation/events.ts";

/** A handoff that nothing but a person saw coming: the visitor pressed the button, or an agent stepped in. */
export interface HandMade {
  seq: number;
  /** What the visitor had written right before. */
  said: string;
}

/** All of them in a conversation, in order. */
export function handMadeIn(history: readonly ConversationEvent[]): HandMade[] {
  const found: HandMade[] = [];
  let isWithAssistant = true;
  let said: string | undefined;

  for (const event of history) {
    if (isWithAssistant && isByHand(event) && said !== undefined) found.push({ seq: event.seq, said });
    if (event.type === "message.posted" && isFromVisitor(event)) said = event.message.text;
    if (givesToPeople(event)) {
      isWithAssistant = false;
      said = undefined;
    }
    if (givesBack(event)) isWithAssistant = true;
  }
  return found;
}

function isByHand(event: ConversationEvent): boolean {
  if (event.type === "conversation.handedOff") return event.handoff.by === "button";
  return isTaken(event) || isAgentsReply(event);
}

const isTaken = ({ type }: ConversationEvent) =>
  type === "conversation.claimed" || type === "conversation.assigned";

const isAgentsReply = (event: ConversationEvent) =>
  event.type === "message.posted" && event.message.author.kind === "agent" && !event.message.note;

const givesToPeople = (event: ConversationEvent) =>
  event.type === "conversation.handedOff" || isTaken(event) || isAgentsReply(event);

const givesBack = ({ type }: ConversationEvent) =>
  type === "conversation.handedBack" || type === "conversation.closed" || type === "conversation.reopened";
