import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSendHeld } from "../../../src/channels/slack/replies/send-held.ts";
import { sourceOf } from "../../../src/channels/slack/replies/source.ts";
import { type HandedOff, startHandedOff } from "./handed-off.ts";
import { eventually, fromInbox, inboxAgent } from "./support.ts";

let desk: HandedOff;
beforeEach(async () => {
  desk = await startHandedOff();
});
afterEach(() => desk.stop());

async function reply(text: string, options = {}) {
  const { ts, event } = await desk.ana.reply(desk.thread(), text, options);
  await desk.workspace.idle();
  return { channel: desk.channel, ts, event };
}
const sourceOfMessage = (message: { channel: string; ts: string }) =>
  sourceOf(desk.workspace.teamId, message);
const isHeld = async (message: { channel: string; ts: string }) =>
  (await desk.heldReplies.find(sourceOfMessage(message))) !== undefined;
const isOver = (message: { channel: string; ts: string }) => eventually(async () => !(await isHeld(message)));
const close = () =>
  desk.conversations.close({ conversationId: desk.visitor.id(), agent: inboxAgent, source: fromInbox() });

describe("with time to take replies back", () => {
  const long = { holdSeconds: 120 };
  const short = { holdSeconds: 1 };

  test("a reply waits, and is sent when the time is over", async () => {
    await desk.set(short);
    const message = await reply("It ships on Friday");
    expect(await desk.seen()).toEqual([]);
    expect(await isHeld(message)).toBe(true);
    await isOver(message);
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
    expect((await desk.conversation())?.agent?.name).toBe("Ana");
  });

  test("a reply is sent once, however often it is delivered, then and afterwards", async () => {
    await desk.set(short);
    const message = await reply("It ships on Friday");
    desk.workspace.redeliver(message.event, { newEventId: true });
    await desk.workspace.idle();
    await isOver(message);
    desk.workspace.redeliver(message.event, { newEventId: true });
    await desk.workspace.idle();
    expect(await isHeld(message)).toBe(false);
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
  });

  test("replies are sent in the order they were written", async () => {
    await desk.set(short);
    await reply("One");
    await reply("Two");
    await isOver(await reply("Three"));
    expect(await desk.seen()).toEqual(["One", "Two", "Three"]);
  });

  test("an edit changes what will be sent, and the visitor never sees the first version", async () => {
    await desk.set(short);
    const message = await reply("It ships on Fryday");
    await desk.ana.edit(message, "It ships on Friday");
    await desk.workspace.idle();
    await isOver(message);
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
    expect(await desk.wasEverSent("Fryday")).toBe(false);
  });

  test("a reply that two nodes send in the same moment is sent once, and stays", async () => {
    await desk.set(long);
    const message = await reply("It ships on Friday");
    const { heldReplies, conversations, store } = desk;
    const node = () =>
      createSendHeld({
        heldReplies,
        conversations,
        store,
        recording: { send: conversations.reply, keep: conversations.note },
      });
    const held = await heldReplies.find(sourceOfMessage(message));
    const workspace = Object.create(null);
    if (held) await Promise.all([node()(held, workspace), node()(held, workspace), node()(held, workspace)]);
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
    expect(await isHeld(message)).toBe(false);
  });

  test("an edit that arrives late does not undo a newer one", async () => {
    await desk.set(long);
    const message = await reply("One");
    desk.workspace.deliverTo("http://127.0.0.1:9/slack/events");
    const { event: older } = await desk.ana.edit(message, "Two");
    const { event: newer } = await desk.ana.edit(message, "Three");
    await desk.workspace.idle();
    desk.workspace.deliverTo(desk.eventsUrl ?? "");
    for (const event of [newer, older]) {
      desk.workspace.emit(event, "support");
      await desk.workspace.idle();
    }
    expect(await desk.heldReplies.find(sourceOfMessage(message))).toMatchObject({ text: "Three" });
  });

  test("an edit in the moment of sending is not lost", async () => {
    await desk.set(short);
    const { heldReplies } = desk;
    const { due } = heldReplies;
    const message = await reply("It ships on Fryday");
    heldReplies.due = async (...asked) => {
      const found = await due(...asked);
      if (found.length > 0)
        await heldReplies.change(sourceOfMessage(message), { text: "It ships on Friday" });
      return found;
    };
    await isOver(message);
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
  });

  test("a deletion means that it never left, even when the message is delivered again", async () => {
    await desk.set(long);
    const message = await reply("Wrong window");
    await desk.ana.delete(message);
    await desk.workspace.idle();
    desk.workspace.redeliver(message.event, { newEventId: true });
    await desk.workspace.idle();
    expect(await isHeld(message)).toBe(false);
    expect(await desk.said()).toEqual([]);
    expect(await desk.wasEverSent("Wrong")).toBe(false);
  });

  test("a deletion in the moment of sending takes it back", async () => {
    await desk.set(short);
    const { heldReplies } = desk;
    const { due } = heldReplies;
    const message = await reply("Wrong window");
    let deletions = 0;
    let isDeleted = false;
    heldReplies.due = async (...asked) => {
      const found = await due(...asked);
      if (found.length > 0 && deletions++ === 0) {
        await desk.ana.delete(message);
        await desk.workspace.idle();
        isDeleted = true;
      }
      return found;
    };
    await eventually(() => isDeleted);
    await desk.relay.idle();
    expect(await desk.said()).toEqual([]);
    expect(await desk.wasEverSent("Wrong")).toBe(false);
  });

  test("a 🔒 keeps it from ever being sent", async () => {
    await desk.set(long);
    const message = await reply("She is angry");
    await desk.ben.react(message, "lock");
    await desk.workspace.idle();
    expect(await isHeld(message)).toBe(false);
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
    expect(await desk.wasEverSent("angry")).toBe(false);
    await eventually(() => desk.told("ben").some((text) => text.includes("Kept internal")));
  });

  test("the sign of a note, added in time, does too", async () => {
    await desk.set(long);
    const message = await reply("She is angry");
    await desk.ana.edit(message, "note: She is angry");
    await desk.workspace.idle();
    expect(await isHeld(message)).toBe(false);
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
    expect(await desk.wasEverSent("angry")).toBe(false);
  });

  test("an edit that makes it look like a note leads to the question whom it is for", async () => {
    await desk.set(long);
    const message = await reply("She is angry");
    await desk.ana.edit(message, "fyi She is angry");
    await desk.workspace.idle();
    expect(await desk.heldReplies.find(sourceOfMessage(message))).toMatchObject({
      reason: "note",
      text: "fyi She is angry",
    });
    await eventually(() => desk.told().some((text) => text.includes("Is this for the visitor?")));
  });

  /** As after a time in which the app was down. */
  async function isLate(message: { channel: string; ts: string }) {
    const source = sourceOfMessage(message);
    const held = await desk.heldReplies.find(source);
    await desk.heldReplies.drop(source);
    if (held) await desk.heldReplies.hold({ ...held, releaseAt: Date.now() - 60_000 });
  }

  test("a deletion while the app was down means that it never leaves, and an edit that the last words do", async () => {
    await desk.set(long);
    const wrong = await reply("Wrong window");
    const right = await reply("It ships on Fryday");
    desk.workspace.deliverTo("http://127.0.0.1:9/slack/events");
    await desk.ana.delete(wrong);
    await desk.ana.edit(right, "It ships on Friday");
    await Promise.all([isLate(wrong), isLate(right)]);
    await eventually(async () => (await desk.seen()).length > 0);
    await Promise.all([isOver(wrong), isOver(right)]);
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
    expect(await desk.wasEverSent("Wrong")).toBe(false);
    expect(await desk.wasEverSent("Fryday")).toBe(false);
  });

  test("a reply that is late waits for Slack to say whether it still stands there", async () => {
    await desk.set(long);
    const message = await reply("It ships on Friday");
    desk.workspace.trouble.fail("conversations.replies", { status: 500, times: 1 });
    await isLate(message);
    await eventually(() => desk.workspace.calls("conversations.replies").length >= 2);
    await isOver(message);
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
  });

  test("a note does not wait", async () => {
    await desk.set(long);
    await reply("note: she is angry");
    expect(await desk.said()).toMatchObject([{ note: true }]);
  });

  test("a reply in a closed conversation is refused at once", async () => {
    await desk.set(long);
    await close();
    const message = await reply("Too late");
    expect(await isHeld(message)).toBe(false);
    await eventually(() => desk.told().some((text) => text.includes("Reopen")));
  });

  test("a reply whose conversation is closed meanwhile is refused then", async () => {
    await desk.set(short);
    const message = await reply("Too late");
    await close();
    await isOver(message);
    expect(await desk.seen()).toEqual([]);
    await eventually(() => desk.told().some((text) => text.includes("Reopen")));
  });
});

describe("what looks like a note", () => {
  const question = () =>
    eventually(() => desk.ana.inbox().find(({ text }) => text.includes("Is this for the visitor?")));

  test("is not sent, and its author is asked", async () => {
    const message = await reply("@ben can you take this one?");
    expect(await desk.said()).toEqual([]);
    expect(await isHeld(message)).toBe(true);
    expect((await question()).thread_ts).toBe(desk.thread().ts);
    expect(desk.told("ben")).toEqual([]);
  });

  test("is asked about once, however often it is delivered", async () => {
    const message = await reply("fyi she is angry");
    desk.workspace.redeliver(message.event, { newEventId: true });
    await desk.workspace.idle();
    await question();
    expect(desk.told()).toHaveLength(1);
  });

  test("is sent when its author says so, once", async () => {
    await reply("fyi your parcel is on its way");
    const asked = await question();
    await desk.ana.click(asked, "Send to the visitor");
    expect(await desk.seen()).toEqual(["fyi your parcel is on its way"]);
    expect(desk.told()).toEqual(["✅ Sent to the visitor."]);
  });

  test("stays with the team when its author says so", async () => {
    const message = await reply("fyi she is angry");
    const asked = await question();
    expect(JSON.stringify(asked.blocks)).toContain("> fyi she is angry");
    await desk.ana.click(asked, "Keep internal");
    expect(await desk.said()).toMatchObject([{ text: "fyi she is angry", note: true }]);
    expect(await isHeld(message)).toBe(false);
    expect(desk.told()).toEqual(["🔒 Kept internal. The visitor was not sent it."]);
    expect(desk.ana.inbox()[0]).not.toHaveProperty("blocks");
  });

  test("is decided by the first answer", async () => {
    const message = await reply("fyi she is angry");
    const asked = await question();
    const pressed = { ...asked };
    await Promise.all([
      desk.ana.click(asked, "Keep internal"),
      desk.ana.click(pressed, "Send to the visitor"),
    ]);
    await isOver(message);
    expect(await desk.said()).toHaveLength(1);
    desk.workspace.redeliver(message.event, { newEventId: true });
    await desk.workspace.idle();
    expect(await isHeld(message)).toBe(false);
    expect(await desk.said()).toHaveLength(1);
  });

  test("is gone when it is deleted, and a late answer is told so", async () => {
    const message = await reply("fyi she is angry");
    const asked = await question();
    await desk.ana.delete(message);
    await desk.workspace.idle();
    await desk.ana.click(asked, "Send to the visitor");
    expect(await desk.said()).toEqual([]);
    expect(desk.told()).toEqual(["This was deleted. The visitor was not sent it."]);
  });

  test("becomes a note when its author adds the sign", async () => {
    const message = await reply("fyi she is angry");
    await desk.ana.edit(message, "note: she is angry");
    await desk.workspace.idle();
    expect(await desk.said()).toMatchObject([{ text: "she is angry", note: true }]);
    await desk.ana.click(await question(), "Send to the visitor");
    expect(await desk.seen()).toEqual([]);
  });

  test("cannot be sent while the conversation is closed, and can afterwards", async () => {
    await reply("fyi your parcel is on its way");
    const asked = await question();
    await close();
    await desk.ana.click(asked, "Send to the visitor");
    await eventually(() => desk.told().some((text) => text.includes("Reopen")));
    expect(await desk.seen()).toEqual([]);
    await desk.conversations.reopen({
      ...{ conversationId: desk.visitor.id(), agent: inboxAgent, source: fromInbox() },
    });
    await desk.ana.click(asked, "Send to the visitor");
    expect(await desk.seen()).toEqual(["fyi your parcel is on its way"]);
  });

  test("is asked about in its last words, which are sent", async () => {
    await reply("fyi your parcel is on its wey");
    const asked = await question();
    await desk.ana.edit(
      { channel: desk.channel, ts: desk.thread().replies.at(-1)?.ts ?? "" },
      "fyi your parcel is on its way",
    );
    await desk.workspace.idle();
    const again = await eventually(() => desk.ana.inbox()[1]);
    expect(JSON.stringify(again.blocks)).toContain("on its way");
    await desk.ana.click(asked, "Send to the visitor");
    expect(await desk.seen()).toEqual(["fyi your parcel is on its way"]);
  });

  test("may name the visitor", async () => {
    await reply("@Zoe your parcel is on its way");
    expect(await desk.seen()).toEqual(["@Zoe your parcel is on its way"]);
  });
});
