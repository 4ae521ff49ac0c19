import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
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

async function edit(message: { channel: string; ts: string }, text: string) {
  const envelope = await desk.ana.edit(message, text);
  await desk.workspace.idle();
  return envelope;
}

const fixture = (name: string) => JSON.parse(readFileSync(`tests/fixtures/slack/${name}.json`, "utf8"));

describe("an edit in Slack", () => {
  test("changes the visitor's message in place, marked as edited", async () => {
    await edit(await reply("It ships on Friday"), "It ships on *Monday*");
    expect(await desk.said()).toMatchObject([
      { text: "It ships on **Monday**", isEdited: true, note: false },
    ]);
  });

  test("counts once, however often it is delivered", async () => {
    const envelope = await edit(await reply("One"), "Two");
    desk.workspace.redeliver(envelope);
    desk.workspace.redeliver(envelope, { newEventId: true });
    await desk.workspace.idle();
    const events = await desk.store.eventsAfter(desk.visitor.id(), 0);
    expect(events.filter(({ type }) => type === "message.edited")).toHaveLength(1);
  });

  test("of formatting only counts too", async () => {
    await edit(await reply("It ships on Friday"), "It ships on *Friday*");
    expect(await desk.seen()).toEqual(["It ships on **Friday**"]);
  });

  test("is not what a link preview is", async () => {
    const message = await reply("See https://example.com");
    await edit(message, "See https://example.com now");
    desk.workspace.unfurl(message);
    await desk.workspace.idle();
    const events = await desk.store.eventsAfter(desk.visitor.id(), 0);
    expect(events.filter(({ type }) => type === "message.edited")).toHaveLength(1);
  });

  test("that arrives before an older one is the one that stays", async () => {
    const message = await reply("One");
    const { event: older } = await desk.ana.edit(message, "Two");
    const { event: newer } = await desk.ana.edit(message, "Three");
    await desk.workspace.idle();
    desk.workspace.emit(newer, "support");
    await desk.workspace.idle();
    desk.workspace.emit(older, "support");
    await desk.workspace.idle();
    expect(await desk.seen()).toEqual(["Three"]);
  });

  test("that arrives before its message brings the message as it is", async () => {
    const { channel, ts } = { channel: desk.channel, ts: String(Date.now() / 1_000 - 1) };
    const { ts: thread_ts } = desk.thread();
    const user = desk.ana.userId;
    const written = { type: "message", user, ts, thread_ts, text: "One", channel };
    const edited = { ...written, text: "Two", edited: { user, ts: `${ts}1` } };
    const { channel: _, ...message } = edited;
    const change = { ...fixture("edit"), channel, message, previous_message: { ...message, text: "One" } };
    desk.workspace.emit(change, "support");
    await desk.workspace.idle();
    desk.workspace.emit(written, "support");
    await desk.workspace.idle();
    expect(await desk.seen()).toEqual(["Two"]);
  });

  test("into a note takes the message back, and the agent is told what the visitor saw", async () => {
    const message = await reply("She is angry");
    const { conversation } = await desk.conversations.reach({
      ...{ conversationId: desk.visitor.id(), isSeen: true, source: fromInbox() },
      upTo: (await desk.conversation())?.seq ?? 0,
    });
    expect(conversation?.seenSeq).toBeGreaterThan(0);
    await edit(message, "note: She is angry");
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
    await eventually(() => desk.told().some((text) => text.includes("has already seen it")));
  });

  test("of a note never makes an answer of it, and the agent is told", async () => {
    await edit(await reply("note: she is angry"), "she is angry");
    expect(await desk.said()).toMatchObject([{ text: "she is angry", note: true }]);
    await eventually(() => desk.told().some((text) => text.includes("This was a note and stays one")));
    expect(await desk.wasEverSent("angry")).toBe(false);
  });

  test("that looks like a note does not reach the visitor", async () => {
    await edit(await reply("It ships on Friday"), "fyi she is a troll");
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
    await eventually(() => desk.told().some((text) => text.includes("Your edit looks like a note")));
  });

  test("of words that were sent although they looked like a note does reach them", async () => {
    const message = await reply("fyi your parcel is on its way");
    const asked = await eventually(() => desk.ana.inbox()[0]);
    await desk.ana.click(asked, "Send to the visitor");
    await edit(message, "fyi your parcel has arrived");
    expect(await desk.seen()).toEqual(["fyi your parcel has arrived"]);
  });

  test("still counts when the conversation is closed", async () => {
    const message = await reply("It ships on Friday");
    await desk.conversations.close({
      conversationId: desk.visitor.id(),
      agent: inboxAgent,
      source: fromInbox(),
    });
    await edit(message, "It ships on Monday");
    expect(await desk.seen()).toEqual(["It ships on Monday"]);
  });

  test("of a message that was refused is refused with a remedy", async () => {
    const close = { conversationId: desk.visitor.id(), agent: inboxAgent };
    await desk.conversations.close({ ...close, source: fromInbox() });
    await edit(await reply("Too late"), "Too late?");
    expect(await desk.seen()).toEqual([]);
    expect(desk.told().every((text) => text.includes("Reopen"))).toBe(true);
  });

  test("of a message from long ago that was never sent sends nothing", async () => {
    const { ts: thread_ts } = desk.thread();
    const message = {
      user: desk.ana.userId,
      ts: "1700000000.000100",
      thread_ts,
      text: "Old",
      edited: { ts: "1800000000.000100" },
    };
    desk.workspace.emit(
      { ...fixture("edit"), channel: desk.channel, message, previous_message: undefined },
      "support",
    );
    await desk.workspace.idle();
    expect(await desk.seen()).toEqual([]);
    await eventually(() => desk.told().some((text) => text.includes("never sent this message")));
  });
});

describe("a deletion in Slack", () => {
  test("takes the message from the visitor without a trace", async () => {
    const message = await reply("Wrong window");
    await desk.ana.delete(message);
    await desk.workspace.idle();
    expect(await desk.said()).toEqual([]);
  });

  test("takes a note away too", async () => {
    const message = await reply("note: wrong");
    await desk.ana.delete(message);
    await desk.workspace.idle();
    expect(await desk.said()).toEqual([]);
  });

  test("counts when an admin deletes what somebody else wrote", async () => {
    const { ts } = await desk.ben.reply(desk.thread(), "Wrong window");
    await desk.workspace.idle();
    await desk.ana.delete({ channel: desk.channel, ts });
    await desk.workspace.idle();
    expect(await desk.said()).toEqual([]);
  });

  test("that arrives before its message keeps it from ever being sent", async () => {
    const { ts: thread_ts } = desk.thread();
    const ts = String(Date.now() / 1_000);
    const written = {
      type: "message",
      user: desk.ana.userId,
      ts,
      thread_ts,
      text: "Wrong window",
      channel: desk.channel,
    };
    const { channel, ...previous_message } = written;
    desk.workspace.emit({ ...fixture("delete"), channel, deleted_ts: ts, previous_message }, "support");
    await desk.workspace.idle();
    desk.workspace.emit(written, "support");
    await desk.workspace.idle();
    expect(await desk.said()).toEqual([]);
    expect(await desk.wasEverSent("Wrong")).toBe(false);
  });

  test("holds when the message is delivered again afterwards", async () => {
    const message = await reply("Wrong window");
    await desk.ana.delete(message);
    await desk.workspace.idle();
    desk.workspace.redeliver(message.event, { newEventId: true });
    await desk.workspace.idle();
    expect(await desk.said()).toEqual([]);
  });

  test("of what the visitor said changes nothing for the visitor", async () => {
    await desk.visitor.says("Are you there?");
    await desk.delivered();
    const [post] = desk.thread().replies.slice(-1);
    const previous_message = { ...post, channel: undefined };
    desk.workspace.emit(
      { ...fixture("delete"), channel: desk.channel, deleted_ts: post?.ts, previous_message },
      "support",
    );
    await desk.workspace.idle();
    const events = await desk.store.eventsAfter(desk.visitor.id(), 0);
    expect(events.some(({ type }) => type === "message.deleted")).toBe(false);
  });
});

describe("a 🔒 on a message", () => {
  test("takes it back from the visitor, and says that they may have read it", async () => {
    const message = await reply("She is angry");
    await desk.conversations.reach({
      ...{ conversationId: desk.visitor.id(), isSeen: false, source: fromInbox() },
      upTo: (await desk.conversation())?.seq ?? 0,
    });
    await desk.ben.react(message, "closed_lock_with_key");
    await desk.workspace.idle();
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
    await eventually(() => desk.told("ben").some((text) => text.includes("they may have read it")));
    await eventually(() => desk.told("ana").some((text) => text.includes("Ben put a 🔒 on your message")));
  });

  test("says when the visitor did not get it", async () => {
    await desk.ana.react(await reply("She is angry"), "lock");
    await desk.workspace.idle();
    await eventually(() => desk.told().some((text) => text.includes("had not reached")));
  });

  test("counts on the app's post of what somebody answered in the inbox", async () => {
    const said = { conversationId: desk.visitor.id(), agent: inboxAgent, text: "She is angry" };
    await desk.conversations.reply({ ...said, source: fromInbox() });
    await desk.delivered();
    const post = await eventually(() =>
      desk.thread().replies.find(({ text }) => text.includes("She is angry")),
    );
    await desk.ana.react(post, "lock");
    await desk.workspace.idle();
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
    await eventually(() =>
      desk
        .thread()
        .replies.some((reply) => JSON.stringify(reply).includes("internal") && reply.ts === post.ts),
    );
  });

  test("that is there before its message makes a note of it", async () => {
    const { ts: thread_ts } = desk.thread();
    const ts = String(Date.now() / 1_000);
    const { channel, ana } = desk;
    const item = { type: "message", channel, ts };
    desk.workspace.emit(
      { type: "reaction_added", user: ana.userId, reaction: "lock", item, event_ts: ts },
      "support",
    );
    await desk.workspace.idle();
    desk.workspace.emit(
      { type: "message", user: ana.userId, ts, thread_ts, text: "She is angry", channel },
      "support",
    );
    await desk.workspace.idle();
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
    expect(await desk.wasEverSent("angry")).toBe(false);
  });

  test("changes nothing when it is another emoji, or the message is the visitor's", async () => {
    await desk.ana.react(await reply("Hello"), "unlock");
    const [first] = desk.thread().replies;
    if (first) await desk.ana.react(first, "lock");
    await desk.workspace.idle();
    expect(await desk.seen()).toEqual(["Hello"]);
  });
});
