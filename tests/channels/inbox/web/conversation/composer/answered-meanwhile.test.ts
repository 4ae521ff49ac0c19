import { expect, test } from "vitest";
import { answeredMeanwhile } from "../../../../../../src/channels/inbox/web/conversation/composer/answered-meanwhile.ts";
import type { ConversationEvent } from "../../../../../../src/conversation/events.ts";
import type { Author, Message } from "../../../../../../src/conversation/message.ts";
import { ana, ben } from "../../../../../support/desk.ts";

const agent = (who: typeof ana): Author => ({ kind: "agent", ...who });
const said = (seq: number, author: Author, more: Partial<Message> = {}): ConversationEvent => ({
  ...{
    type: "message.posted",
    id: `e${seq}`,
    conversationId: "c1",
    seq,
    at: seq,
    via: "slack",
    externalId: `${seq}`,
  },
  message: { id: `m${seq}`, author, text: `said ${seq}`, note: false, ...more },
});
const meanwhile = (events: ConversationEvent[], mine: { begunAt?: number; suggestionId?: string }) =>
  answeredMeanwhile(events, mine, ana.id);

test("an answer of a colleague's since one began to write is news; the last of several is told", () => {
  const events = [
    said(1, { kind: "visitor" }),
    said(2, agent(ben)),
    said(3, agent(ben)),
    said(4, { kind: "visitor" }),
  ];
  expect(meanwhile(events, { begunAt: 1 })).toEqual({ seq: 3, name: "Ben", text: "said 3" });
});

test("what was there before, one's own answers, notes, and the visitor's and assistant's words are none", () => {
  const events = [
    said(1, agent(ben)),
    said(2, agent(ana)),
    said(3, agent(ben), { note: true }),
    said(4, { kind: "visitor" }),
    said(5, { kind: "assistant" }),
  ];
  expect(meanwhile(events, { begunAt: 1 })).toBeUndefined();
  expect(meanwhile(events, {})).toBeUndefined();
});

test("that a colleague has sent the same suggestion is said by the server", () => {
  const events = [said(2, agent(ben), { suggestionId: "s1" })];
  expect(meanwhile(events, { begunAt: 1, suggestionId: "s1" })).toBeUndefined();
  expect(meanwhile(events, { begunAt: 1, suggestionId: "s2" })).toBeDefined();
});

test("of an answer without words its files are told", () => {
  const files = [{ id: "f", name: "invoice.pdf", mime: "application/pdf", size: 1 }];
  expect(meanwhile([said(2, agent(ben), { text: "", files })], { begunAt: 1 })?.text).toBe("invoice.pdf");
});
