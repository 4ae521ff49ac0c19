import { expect, test } from "vitest";
import { entriesOf } from "../../../src/channels/widget/outbound.ts";
import type { ConversationEvent, Happening } from "../../../src/conversation/events.ts";
import type { Author, Message } from "../../../src/conversation/message.ts";
import { ana } from "../../support/desk.ts";

const noFiles = () => {
  throw new Error("Nothing here has files.");
};

const linesOf = (...happenings: Happening[]) => {
  const events = happenings.map(
    (happening, index): ConversationEvent => ({
      ...happening,
      ...{ id: `e${index}`, conversationId: "c1", seq: index + 1, at: index, via: "slack", externalId: "" },
    }),
  );
  const entries = entriesOf(events, noFiles);
  return entries.map((entry) => (entry.type === "line" ? entry.text : entry.type));
};

test("a visitor who is blocked is told that this is the end, not to write again", () => {
  expect(linesOf({ type: "visitor.blocked", by: ana }, { type: "conversation.closed", by: ana })).toEqual([
    "The team has ended this chat.",
  ]);
  expect(linesOf({ type: "conversation.closed", by: ana })).toEqual([
    "This conversation was closed. Write again whenever you like.",
  ]);
});

test("what the assistant writes for the team, and whatever it says in it, is not even a line", () => {
  const brief = { problem: "A secret", tried: [], questions: [], replies: [{ id: "r1", text: "Hi" }] };
  const draft = {
    id: "m1",
    author: { kind: "assistant" },
    text: "Dear Ada",
    note: true,
    draftFor: ana,
  } as const;
  expect(
    linesOf(
      { type: "conversation.briefed", brief },
      { type: "message.posted", message: draft },
      { type: "conversation.summedUp", handedBackSeq: 1, account: "A refund" },
    ),
  ).toEqual([]);
});

test("whether an agent wrote the words or sent a suggestion is not told", () => {
  const author: Author = { kind: "agent", ...ana };
  const message: Message = { id: "m1", author, text: "Hi", note: false, suggestionId: "r1" };
  const where = { id: "e1", conversationId: "c1", seq: 1, at: 1, via: "suggestion", externalId: "c1/r1" };
  const entries = entriesOf([{ type: "message.posted", message, ...where }], noFiles);
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toMatch(/suggestion|r1/);
});
