import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asItStands, messageIn } from "../../src/conversation/as-it-stands.ts";
import type { ConversationEvent } from "../../src/conversation/events.ts";
import type { Attachment } from "../../src/conversation/message.ts";
import { ana, ben, type Desk, openDesk, textsOf } from "../support/desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const byAna = { kind: "agent", ...ana } as const;
const byBen = { kind: "agent", ...ben } as const;
const image: Attachment = { id: "f1", name: "screen.png", mime: "image/png", size: 1_200 };

/** A visitor with Ana's answer, and what is needed to change it. */
async function answered(text = "Hi Zoe!", files?: Attachment[]) {
  const visitor = desk.visitor();
  const { events } = await visitor.says("Hello?");
  const { id: conversationId } = await visitor.conversation();
  const said = await desk.conversations.reply({
    ...{ conversationId, agent: ana, text, files },
    source: desk.source("slack"),
  });
  return {
    visitor,
    conversationId,
    question: idOf(events[0]),
    reply: idOf(said.events[0]),
    now: async () => asItStands(await visitor.events()),
  };
}

const idOf = (event: ConversationEvent | undefined) => {
  if (event?.type !== "message.posted") throw new Error("Nothing was posted.");
  return event.message.id;
};

describe("an edit", () => {
  test("puts new words where the old ones stood", async () => {
    const { conversationId, reply, now } = await answered();
    const edited = await desk.conversations.edit({
      ...{ conversationId, messageId: reply, by: byAna, text: "Hi Zoë!" },
      source: desk.source("slack"),
    });
    expect(edited.events).toMatchObject([{ type: "message.edited", posted: { seq: 2 } }]);
    expect(await now()).toMatchObject([
      { seq: 1, message: { text: "Hello?" } },
      { seq: 2, message: { text: "Hi Zoë!", isEdited: true } },
    ]);
  });

  test("belongs to who wrote the message", async () => {
    const { conversationId, question, reply } = await answered();
    const change = { conversationId, text: "Other words", source: desk.source("slack") };
    await expect(desk.conversations.edit({ ...change, messageId: reply, by: byBen })).rejects.toThrow("Only");
    await expect(desk.conversations.edit({ ...change, messageId: question, by: byAna })).rejects.toThrow(
      "Only",
    );
    await expect(
      desk.conversations.edit({ ...change, messageId: reply, by: { kind: "visitor" } }),
    ).rejects.toThrow("Only");
  });

  test("changes nothing when the words are the same, or the message is gone", async () => {
    const { visitor, conversationId, reply } = await answered();
    const change = { conversationId, messageId: reply, by: byAna };
    const same = await desk.conversations.edit({
      ...change,
      text: " Hi Zoe! ",
      source: desk.source("slack"),
    });
    expect(same.fresh).toBe(false);
    await desk.conversations.remove({ ...change, source: desk.source("slack") });
    const late = await desk.conversations.edit({ ...change, text: "Too late", source: desk.source("slack") });
    expect(late.fresh).toBe(false);
    expect(textsOf(await visitor.events())).not.toContain("Too late");
  });

  test("keeps the files unless it names others, and may take the words away where files stay", async () => {
    const { conversationId, reply, visitor } = await answered("Look", [image]);
    const change = { conversationId, messageId: reply, by: byAna };
    await desk.conversations.edit({ ...change, text: "", source: desk.source("slack") });
    expect(messageIn(await visitor.events(), reply)?.message).toMatchObject({ text: "", files: [image] });
    await expect(
      desk.conversations.edit({ ...change, text: "", files: [], source: desk.source("slack") }),
    ).rejects.toThrow("empty");
  });

  test("of a visitor's own words is possible for a quarter of an hour", async () => {
    const { visitor, question } = await answered();
    const { siteKey, visitor: who } = await visitor.conversation();
    const change = { siteKey, visitor: who, messageId: question, by: { kind: "visitor" } as const };
    desk.clock.at += 14 * 60_000;
    await desk.conversations.edit({ ...change, text: "Hello!", source: desk.source("widget") });
    desk.clock.at += 2 * 60_000;
    await expect(
      desk.conversations.edit({ ...change, text: "Never said", source: desk.source("widget") }),
    ).rejects.toThrow("no longer");
  });

  test("that arrives again changes nothing again", async () => {
    const { conversationId, reply, visitor } = await answered();
    const change = { conversationId, messageId: reply, by: byAna, text: "One", source: desk.source("slack") };
    await desk.conversations.edit(change);
    await desk.conversations.edit({ ...change, text: "Two", source: desk.source("slack") });
    expect(await desk.conversations.edit(change)).toMatchObject({ fresh: false });
    expect(messageIn(await visitor.events(), reply)?.message.text).toBe("Two");
  });
});

describe("a message that is taken back", () => {
  test("is no longer in the conversation, whichever agent deletes it", async () => {
    const { conversationId, reply, now } = await answered();
    const change = { conversationId, messageId: reply, by: byBen, source: desk.source("slack") };
    await desk.conversations.remove(change);
    expect(textsOf(await now())).toEqual(["Hello?"]);
    expect((await desk.conversations.remove({ ...change, source: desk.source("slack") })).fresh).toBe(false);
  });

  test("is never the visitor's, when an agent deletes, nor an agent's, when the visitor does", async () => {
    const { visitor, conversationId, question, reply } = await answered();
    const { siteKey, visitor: who } = await visitor.conversation();
    await expect(
      desk.conversations.remove({
        conversationId,
        messageId: question,
        by: byAna,
        source: desk.source("slack"),
      }),
    ).rejects.toThrow("Only");
    await expect(
      desk.conversations.remove({
        ...{ siteKey, visitor: who, messageId: reply, by: { kind: "visitor" } },
        source: desk.source("widget"),
      }),
    ).rejects.toThrow("Only");
  });

  test("by being made internal becomes a note of the team's, once", async () => {
    const { conversationId, reply, question, now } = await answered();
    const change = { conversationId, by: ben };
    await desk.conversations.makeInternal({ ...change, messageId: reply, source: desk.source("slack") });
    expect(await now()).toMatchObject([{}, { message: { text: "Hi Zoe!", note: true } }]);
    const again = await desk.conversations.makeInternal({
      ...{ ...change, messageId: reply },
      source: desk.source("slack"),
    });
    expect(again.fresh).toBe(false);
    await expect(
      desk.conversations.makeInternal({ ...change, messageId: question, source: desk.source("slack") }),
    ).rejects.toThrow("cannot be hidden");
  });
});

test("a stretch tells of changes to what was posted before it, and only of those", async () => {
  const { conversationId, reply, visitor } = await answered();
  const second = await visitor.says("And?");
  const change = { conversationId, by: byAna, messageId: reply };
  await desk.conversations.edit({ ...change, text: "Hi!", source: desk.source("slack") });
  const events = await visitor.events();
  const later = asItStands(events.filter(({ seq }) => seq >= second.seq));
  expect(later.map(({ type }) => type)).toEqual(["message.posted", "message.edited"]);
  expect(asItStands(events).map(({ type }) => type)).toEqual([
    "message.posted",
    "message.posted",
    "message.posted",
  ]);
});

describe("files", () => {
  test("may go without words, ten at a time", async () => {
    const { conversationId } = await answered("", [image]);
    const files = Array.from({ length: 11 }, (_, index) => ({ ...image, id: `f${index}` }));
    await expect(
      desk.conversations.reply({
        conversationId,
        agent: ana,
        text: "All",
        files,
        source: desk.source("slack"),
      }),
    ).rejects.toThrow("At most 10 files");
  });
});
