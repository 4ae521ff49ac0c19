import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Conversation } from "../../src/conversation/conversation.ts";
import type { Happening } from "../../src/conversation/events.ts";
import type { Attachment, Message } from "../../src/conversation/message.ts";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

const ana = { id: "slack:T1/UANA", name: "Ana" };

/** A word nobody else says. */
const unheard = (word: string) => `${word}${randomUUID().slice(0, 8)}`;

const message = (text: string, more: Partial<Message> = {}): Message => ({
  id: randomUUID(),
  author: { kind: "visitor" },
  text,
  note: false,
  ...more,
});
const reply = (text: string, more: Partial<Message> = {}) =>
  message(text, { author: { kind: "agent", ...ana }, ...more });
const file = (name: string): Attachment => ({ id: randomUUID(), name, mime: "image/png", size: 7 });

const posted = (said: Message): Happening => ({ type: "message.posted", message: said });

onEachDatabase("messages that change", (bench) => {
  /** A conversation in which these were said, and what happens to it next. */
  async function chat(...messages: Message[]) {
    const name = unheard("Ada");
    let conversation: Conversation = { ...somebody(), visitor: { id: randomUUID(), name } };
    const happens = async (...happenings: Happening[]) => {
      const recorded = await bench.storage.store.record(change(conversation, ...happenings));
      conversation = recorded.conversation ?? conversation;
    };
    for (const each of messages) await happens(posted(each));

    const stood = (said: Message) => ({ seq: messages.findIndex(({ id }) => id === said.id) + 1, at: 1 });
    return {
      id: conversation.id,
      /** What the list shows of it. */
      shown: async () => (await found(name))[0]?.lastText,
      happens,
      edited: (said: Message, text: string) =>
        happens({ type: "message.edited", message: { ...said, text, isEdited: true }, posted: stood(said) }),
      deleted: (said: Message) =>
        happens({ type: "message.deleted", message: said, posted: stood(said), by: said.author }),
      madeInternal: (said: Message) =>
        happens({
          type: "message.madeInternal",
          message: { ...said, note: true },
          posted: stood(said),
          by: ana,
        }),
    };
  }

  const found = async (search: string) => {
    const { summaries } = await bench.storage.directory.list({ search });
    return summaries.map(({ conversation, lastText }) => ({ id: conversation.id, lastText }));
  };
  test("are found by their new words, and no longer by the old ones", async () => {
    const [before, after] = [unheard("before"), unheard("after")];
    const said = message(before);
    const { id, edited } = await chat(said);
    await edited(said, after);

    expect(await found(after)).toEqual([{ id, lastText: after }]);
    expect(await found(before)).toEqual([]);

    await edited({ ...said, text: after }, before);
    expect(await found(before)).toEqual([{ id, lastText: before }]);
    expect(await found(after)).toEqual([]);
  });

  test("are not found once they are deleted, and the list shows what was said before", async () => {
    const [stays, goes] = [unheard("stays"), unheard("goes")];
    const [first, second] = [message(stays), message(goes)];
    const { id, shown, deleted } = await chat(first, second);
    await deleted(second);
    expect(await found(stays)).toEqual([{ id, lastText: stays }]);
    expect(await found(goes)).toEqual([]);

    await deleted(first);
    expect(await found(stays)).toEqual([]);
    expect(await shown()).toBe("");
  });

  test("leave nothing to show when all of them are deleted, until somebody writes again", async () => {
    const said = message("only words");
    const { shown, happens, deleted } = await chat(said);
    await deleted(said);
    expect(await shown()).toBe("");
    await happens({ type: "conversation.claimed", agent: ana });
    expect(await shown()).toBe("");
    await happens(posted(message("next")));
    expect(await shown()).toBe("next");
  });

  test("do not change what the list shows when later words stand", async () => {
    const [early, late] = [message("early"), message("late")];
    const { shown, edited, deleted } = await chat(early, late);
    await edited(early, "Sorry, I meant this.");
    expect(await shown()).toBe("late");
    await deleted({ ...early, text: "Sorry, I meant this." });
    expect(await shown()).toBe("late");
  });

  test("change several at once", async () => {
    const [first, last] = [message("first"), message(unheard("last"))];
    const { id, shown, happens } = await chat(first, last);
    const word = unheard("better");
    await happens(
      { type: "message.edited", message: { ...first, text: word }, posted: { seq: 1, at: 1 } },
      { type: "message.deleted", message: last, posted: { seq: 2, at: 1 }, by: last.author },
    );
    expect(await shown()).toBe(word);
    expect(await found(word)).toEqual([{ id, lastText: word }]);
    expect(await found(last.text)).toEqual([]);
  });

  test("that became notes are found by the team, and are no longer the words the list shows", async () => {
    const [asked, answered] = [message(unheard("asked")), reply(unheard("answered"))];
    const { id, madeInternal, edited } = await chat(asked, answered);
    await madeInternal(answered);
    expect(await found(answered.text)).toEqual([{ id, lastText: asked.text }]);

    const better = unheard("better");
    await edited({ ...answered, note: true }, better);
    expect(await found(better)).toEqual([{ id, lastText: asked.text }]);
    expect(await found(answered.text)).toEqual([]);
  });

  test("change together with other conversations' in one transaction", async () => {
    const said = Array.from({ length: 5 }, () => message(unheard("before")));
    const chats = await Promise.all(said.map((each) => chat(each)));
    const after = said.map(() => unheard("after"));
    await Promise.all([
      ...chats.map(({ edited }, index) => edited(said[index] ?? message(""), after[index] ?? "")),
      chat(message("meanwhile")),
    ]);

    for (const [index, { id }] of chats.entries())
      expect(await found(after[index] ?? "")).toEqual([{ id, lastText: after[index] }]);
  });

  test("changed on an outdated version are refused, and their words stay", async () => {
    const said = message(unheard("said"));
    const conversation = somebody();
    const { conversation: saved = conversation } = await bench.storage.store.record(
      change(conversation, posted(said)),
    );
    await bench.storage.store.record(change(saved, { type: "conversation.claimed", agent: ana }));
    const deleted = change(saved, {
      type: "message.deleted",
      message: said,
      posted: { seq: 1, at: 1 },
      by: said.author,
    });

    await expect(bench.storage.store.record(deleted)).rejects.toThrow();
    expect(await found(said.text)).toEqual([{ id: conversation.id, lastText: said.text }]);
  });

  test("with a file only show its name, and are found by it", async () => {
    const name = `${unheard("invoice")}.png`;
    const { id } = await chat(message("Look:"), message("", { files: [file(name), file("b.png")] }));
    expect(await found(name)).toEqual([{ id, lastText: `${name}, b.png` }]);

    const said = message("", { files: [file(unheard("gone"))] });
    const other = await chat(message("Look:"), said);
    await other.deleted(said);
    expect(await found(said.files?.[0]?.name ?? "")).toEqual([]);
    expect(await other.shown()).toBe("Look:");
  });

  test("are kept with all that is known of them, and where they came from", async () => {
    const said = reply("Here it is", { files: [file("a.png")], isEdited: true });
    const conversation = somebody();
    const happenings: Happening[] = [
      posted(said),
      { type: "message.edited", message: { ...said, text: "Here" }, posted: { seq: 1, at: 1 } },
      { type: "message.madeInternal", message: { ...said, note: true }, posted: { seq: 1, at: 1 }, by: ana },
      { type: "message.deleted", message: said, posted: { seq: 1, at: 1 }, by: said.author },
      { type: "conversation.reached", upTo: 3, isSeen: true },
      { type: "conversation.repliesSwitched", to: "team", by: ana },
      { type: "visitor.blocked", by: ana },
    ];
    const once = change(conversation, ...happenings);
    const { events } = await bench.storage.store.record(once);
    await bench.restart();

    const kept = await bench.storage.store.eventsAfter(conversation.id, 0);
    expect(kept).toEqual(events);
    expect(kept).toEqual(
      happenings.map((happening, index) =>
        expect.objectContaining({ ...happening, seq: index + 1, ...once.source }),
      ),
    );
  });
});
