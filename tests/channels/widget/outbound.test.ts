import { expect, test } from "vitest";
import { entriesOf } from "../../../src/channels/widget/outbound.ts";
import type { ConversationEvent, Happening } from "../../../src/conversation/events.ts";
import { ana } from "../../support/desk.ts";

const linesOf = (...happenings: Happening[]) => {
  const events = happenings.map(
    (happening, index): ConversationEvent => ({
      ...happening,
      ...{ id: `e${index}`, conversationId: "c1", seq: index + 1, at: index, via: "slack", externalId: "" },
    }),
  );
  const entries = entriesOf(events, () => {
    throw new Error("Nothing here has files.");
  });
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
