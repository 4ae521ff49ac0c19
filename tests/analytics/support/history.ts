import type { Told } from "../../../src/conversation/archive.ts";
import { begun } from "../../../src/conversation/conversation.ts";
import type { Decision } from "../../../src/conversation/decision.ts";
import type { Happening } from "../../../src/conversation/events.ts";
import { handoffSentence } from "../../../src/conversation/hand-off.ts";
import type { Author } from "../../../src/conversation/message.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const start = Date.parse("2026-03-02T00:00:00Z");

export const ana = { id: "a", name: "Ana" };
export const ben = { id: "b", name: "Ben" };

let messages = 0;
const said = (author: Author, note = false): Happening => ({
  type: "message.posted",
  message: { id: `m${++messages}`, author, text: "Hello", note },
});

export const visitor = () => said({ kind: "visitor" });
export const assistant = () => said({ kind: "assistant" });
export const answer = (agent = ana) => said({ kind: "agent", ...agent });
export const note = (agent = ana) => said({ kind: "agent", ...agent }, true);
export const claimed = (agent = ana): Happening => ({ type: "conversation.claimed", agent });
export const closed = (by = ana): Happening => ({ type: "conversation.closed", by });
export const blocked = (by = ana): Happening => ({ type: "visitor.blocked", by });
export const handedBack = (by = ana): Happening => ({ type: "conversation.handedBack", by });
export const reopened = (by: Author): Happening => ({ type: "conversation.reopened", by });
export const asked = (of: "people" | "assistant" = "people"): Happening => ({
  type: "conversation.ratingAsked",
  of,
  sentence: "How was it?",
});
export const rated = (isGood: boolean, reason?: string): Happening => ({
  type: "conversation.rated",
  rating: { isGood, reason },
  thanks: "Thank you.",
});
export const takenUpAgain: Happening = {
  type: "conversation.escalated",
  escalation: { kind: "assistant", minutes: 10, who: [] },
};
export const handedOff = (decision: Partial<Decision> = {}, sentence = handoffSentence): Happening => ({
  type: "conversation.handedOff",
  handoff: { by: "rule", reason: "Asked for a person", at: 0, ...decision },
  sentence,
  ...(sentence !== handoffSentence && { nobodyIsThere: true as const }),
});

let conversations = 0;

/** A conversation in which these things happened, each at its minutes after the start. */
export function history(...happened: [minutes: number, happening: Happening][]): Told {
  const id = `c${++conversations}`;
  return {
    conversation: begun({ id, siteKey: "default", visitor: { id }, createdAt: start }),
    events: happened.map(([minutes, happening], index) => ({
      ...happening,
      id: `${id}-${index}`,
      conversationId: id,
      seq: index + 1,
      at: start + minutes * minute,
      via: "test",
      externalId: `${id}-${index}`,
    })),
  };
}
