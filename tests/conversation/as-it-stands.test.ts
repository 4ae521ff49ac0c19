import { describe, expect, test } from "vitest";
import { asItStands, messageIn } from "../../src/conversation/as-it-stands.ts";
import type { ConversationEvent, Happening } from "../../src/conversation/events.ts";
import type { Message } from "../../src/conversation/message.ts";
import { ana, ben } from "../support/desk.ts";

const message = (text: string, more: Partial<Message> = {}): Message => ({
  ...{ id: "m1", author: { kind: "agent", ...ana }, text, note: false },
  ...more,
});
const posted = { seq: 1, at: 1 };
const by = { kind: "agent", ...ben } as const;
const said = (text = "first", more?: Partial<Message>): Happening => ({
  type: "message.posted",
  message: message(text, more),
});
const edited = (text: string, more?: Partial<Message>): Happening => ({
  ...{ type: "message.edited", posted },
  message: message(text, { isEdited: true, ...more }),
});
const deleted = (text = "first", more?: Partial<Message>): Happening => ({
  ...{ type: "message.deleted", posted, by },
  message: message(text, more),
});
const madeInternal = (text = "first"): Happening => ({
  ...{ type: "message.madeInternal", posted, by: ben },
  message: message(text, { note: true }),
});

const happened = (...happenings: Happening[]): ConversationEvent[] =>
  happenings.map((happening, index) => ({
    ...happening,
    ...{ id: `e${index}`, conversationId: "c1", seq: index + 1, at: index + 1, via: "slack", externalId: "" },
  }));

const shown = (events: ConversationEvent[]) =>
  asItStands(events).map((event) =>
    "message" in event ? `${event.type} ${event.message.text}` : String(event.type),
  );

/** For who has read the first message, and then missed what came. */
const missed = (...happenings: Happening[]) => shown(happened(said(), ...happenings).slice(1));

describe("a message", () => {
  test("that was deleted stays away, whatever is told of it afterwards", () => {
    expect(shown(happened(said(), deleted(), edited("again")))).toEqual([]);
    expect(shown(happened(said(), deleted(), deleted()))).toEqual([]);
    expect(shown(happened(said(), deleted(), madeInternal()))).toEqual([]);
    expect(messageIn(happened(said(), deleted(), edited("again")), "m1")).toBeUndefined();
  });

  test("that was made internal and then deleted is in nobody's sight", () => {
    expect(shown(happened(said(), madeInternal(), deleted("first", { note: true })))).toEqual([]);
  });

  test("that was made internal and then reworded is a note with the new words", () => {
    const events = asItStands(happened(said(), madeInternal(), edited("new", { note: true })));
    expect(events).toMatchObject([{ seq: 1, message: { text: "new", note: true } }]);
  });

  test("keeps its words when another one with the same id changes", () => {
    const twin = said("mine", { author: { kind: "visitor" } });
    expect(shown(happened(said(), twin, edited("better")))).toEqual([
      "message.posted better",
      "message.posted mine",
    ]);
    expect(shown(happened(said(), twin, deleted()))).toEqual(["message.posted mine"]);
  });
});

describe("who has read a message and missed what became of it", () => {
  test("is told its last words only", () => {
    expect(missed(edited("second"), edited("third"))).toEqual(["message.edited third"]);
  });

  test("is not told words that were taken back since", () => {
    expect(missed(edited("secret"), deleted("secret"))).toEqual(["message.deleted secret"]);
    expect(missed(edited("secret"), madeInternal("secret"))).toEqual(["message.madeInternal secret"]);
  });

  test("is told that it was made internal, also when the note was reworded or deleted", () => {
    expect(missed(madeInternal(), edited("new", { note: true }))).toEqual([
      "message.madeInternal first",
      "message.edited new",
    ]);
    expect(missed(madeInternal(), deleted("first", { note: true }))).toEqual([
      "message.madeInternal first",
      "message.deleted first",
    ]);
  });

  test("is told once that it is gone, and of nothing after that", () => {
    expect(missed(deleted(), deleted(), edited("again"))).toEqual(["message.deleted first"]);
  });
});

test("a change stays in a stretch that leaves out what it changes, wherever that was", () => {
  const [first, other, change] = happened({ type: "conversation.claimed", agent: ana }, said(), {
    ...{ type: "message.madeInternal", posted: { seq: 2, at: 2 }, by: ben },
    message: message("first", { note: true }),
  });
  if (!first || !other || !change) throw new Error("Three things happened.");
  expect(shown([first, change])).toEqual(["conversation.claimed", "message.madeInternal first"]);
});
