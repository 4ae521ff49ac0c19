import { begun, type Conversation } from "../../../src/conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../../../src/conversation/events.ts";
import type { Author, Message } from "../../../src/conversation/message.ts";

const morning = Date.UTC(2026, 10, 24, 9, 30);

export const conversation: Conversation = {
  ...begun({
    id: "c1",
    siteKey: "default",
    visitor: { id: "v1", name: "Zoe", email: "Zoe@example.com" },
    createdAt: morning,
  }),
};

export const ana: Author = { kind: "agent", id: "slack:T1/U1", name: "Ana" };
export const visitor: Author = { kind: "visitor" };
export const assistant: Author = { kind: "assistant" };

/** Events a minute apart. */
export const events = (...happenings: Happening[]): ConversationEvent[] =>
  happenings.map((happening, index) => ({
    ...happening,
    id: `e${index + 1}`,
    conversationId: "c1",
    seq: index + 1,
    at: morning + index * 60_000,
    via: "test",
    externalId: `x${index + 1}`,
  }));

export const says = (author: Author, text: string, more: Partial<Message> = {}): Happening => ({
  type: "message.posted",
  message: { id: `m-${text}`, author, text, note: false, ...more },
});

export const handedOff: Happening = {
  type: "conversation.handedOff",
  handoff: { by: "rule", reason: "Asked for a person", at: morning },
  sentence: "Connecting you with a team member — one moment please.",
};
