import type { Agent, Handoff } from "./conversation.ts";
import type { Author, Message } from "./message.ts";

/** Everything that can happen to a conversation. Channels, assistant and analytics all live off this list. */
export type Happening =
  | { type: "message.posted"; message: Message }
  /** `sentence` is what the visitor is told; it is part of the handoff, so it is said exactly once. */
  | { type: "conversation.handedOff"; handoff: Handoff; sentence: string }
  | { type: "conversation.claimed"; agent: Agent }
  | { type: "conversation.handedBack"; by: Agent }
  | { type: "conversation.closed"; by: Agent }
  | { type: "conversation.reopened"; by: Author };

export type ConversationEvent = Happening & {
  id: string;
  conversationId: string;
  seq: number;
  /** Milliseconds since 1970, UTC. */
  at: number;
  /** Where it came in. The relay never sends an event back there. */
  via: string;
};

export type EventType = ConversationEvent["type"];

export const isNote = (event: Happening) => event.type === "message.posted" && event.message.note;

export const isFromVisitor = (event: Happening) =>
  event.type === "message.posted" && event.message.author.kind === "visitor";
