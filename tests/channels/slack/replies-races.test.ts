import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sourceOf } from "../../../src/channels/slack/replies/source.ts";
import type { AgentReply } from "../../../src/conversation/reply.ts";
import { type HandedOff, startHandedOff } from "./handed-off.ts";
import { eventually, fromInbox, inboxAgent } from "./support.ts";

let desk: HandedOff;
beforeEach(async () => {
  desk = await startHandedOff();
});
afterEach(() => desk.stop());

const nobody = "http://127.0.0.1:9/slack/events";

async function reply(text: string) {
  const { ts, event } = await desk.ana.reply(desk.thread(), text);
  await desk.workspace.idle();
  return { channel: desk.channel, ts, event };
}
const sourceOfMessage = (message: { channel: string; ts: string }) =>
  sourceOf(desk.workspace.teamId, message);
const isOver = (message: { channel: string; ts: string }) =>
  eventually(async () => !(await desk.heldReplies.find(sourceOfMessage(message))));
const switchTo = (to: "team" | "visitor") =>
  desk.conversations.switchReplies({
    ...{ conversationId: desk.visitor.id(), agent: inboxAgent, to, source: fromInbox() },
  });

/** What is done in Slack meanwhile reaches the app later, when it is delivered again. */
async function unheard<T>(act: () => Promise<T>): Promise<T> {
  desk.workspace.deliverTo(nobody);
  const done = await act();
  await desk.workspace.idle();
  desk.workspace.deliverTo(desk.eventsUrl ?? "");
  return done;
}

async function hears(event: Parameters<HandedOff["workspace"]["redeliver"]>[0]) {
  desk.workspace.redeliver(event, { newEventId: true });
  await desk.workspace.idle();
}

describe("words that look like a note are never sent by a race", () => {
  test("when an edit brings them while the reply is being sent", async () => {
    await desk.set({ holdSeconds: 1 });
    const { heldReplies } = desk;
    const { due } = heldReplies;
    const message = await reply("It ships on Friday");
    let isEdited = false;
    heldReplies.due = async (...asked) => {
      const found = await due(...asked);
      if (found.length === 0 || isEdited) return found;
      isEdited = true;
      await desk.ana.edit(message, "fyi she is angry");
      await desk.workspace.idle();
      return found;
    };
    await eventually(async () => (await desk.seen()).length > 0);
    await isOver(message);
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
    expect(await desk.wasEverSent("angry")).toBe(false);
  });

  test("when the time is over while an edit that brings them is being taken", async () => {
    await desk.set({ holdSeconds: 120 });
    const { heldReplies } = desk;
    const message = await reply("It ships on Friday");
    const seen: string[] = [];
    const { change, drop } = heldReplies;
    const look = async () => {
      const held = await heldReplies.find(sourceOfMessage(message));
      if (held?.reason === "undo") seen.push(held.text);
    };
    heldReplies.change = async (...said) => {
      const isHeld = await change(...said);
      await look();
      return isHeld;
    };
    heldReplies.drop = async (...source) => {
      await look();
      return drop(...source);
    };
    await desk.ana.edit(message, "fyi she is angry");
    await desk.workspace.idle();
    expect(await heldReplies.find(sourceOfMessage(message))).toMatchObject({ reason: "note" });
    expect(seen).not.toContain("fyi she is angry");
  });
});

describe("a note stays one", () => {
  test.each([
    "note: she is angry",
    "*note:* she is angry",
    ":lock: note: she is angry",
  ])("when its sign is taken off before we heard of it: %s", async (text) => {
    const { message, edited } = await unheard(async () => {
      const { ts, event } = await desk.ana.reply(desk.thread(), text);
      return { message: event, edited: await desk.ana.edit({ channel: desk.channel, ts }, "she is angry") };
    });
    await hears(edited);
    await hears(message);
    expect(await desk.said()).toMatchObject([{ text: "she is angry", note: true }]);
    expect(await desk.wasEverSent("angry")).toBe(false);
  });

  test("when it was written while replies were internal, however late it arrives", async () => {
    await switchTo("team");
    const { event } = await unheard(() => desk.ana.reply(desk.thread(), "She is angry"));
    await switchTo("visitor");
    await hears(event);
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
    expect(await desk.wasEverSent("angry")).toBe(false);
    await eventually(() => desk.told().some((text) => text.includes("internal when you wrote it")));
  });

  test("and what is written after that goes to the visitor again", async () => {
    await switchTo("team");
    await reply("She is angry");
    await switchTo("visitor");
    await reply("It ships on Friday");
    expect(await desk.seen()).toEqual(["It ships on Friday"]);
  });

  test("when its 🔒 was heard of by another process than the message", async () => {
    const { ts, event } = await unheard(() => desk.ana.reply(desk.thread(), "She is angry"));
    await desk.ben.react({ channel: desk.channel, ts }, "lock");
    await desk.workspace.idle();
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
    await hears(event);
    expect(await desk.said()).toHaveLength(1);
    expect(await desk.wasEverSent("angry")).toBe(false);
  });
});

describe("an edit that is taken while another process takes the original", () => {
  async function editedDuring(take: (original: AgentReply) => Promise<unknown>, to: string) {
    const { store } = desk;
    const { recorded } = store;
    const { edited, agent, source } = await unheard(async () => {
      const { ts, event } = await desk.ana.reply(desk.thread(), "She is angry");
      const address = { channel: desk.channel, ts };
      const edited = await desk.ana.edit(address, to);
      const agent = { id: `slack:${desk.workspace.teamId}/${event.event.user}`, name: "Ana" };
      return { edited, agent, source: sourceOfMessage(address) };
    });
    const conversationId = desk.visitor.id();
    let isTaken = false;
    store.recorded = async (asked) => {
      const before = await recorded(asked);
      if (asked.externalId !== source.externalId || isTaken) return before;
      isTaken = true;
      await take({ conversationId, agent, text: "She is angry", source });
      return before;
    };
    await hears(edited);
  }
  test("still counts", async () => {
    await editedDuring(desk.conversations.reply, "It ships on Friday");
    expect(await desk.said()).toMatchObject([{ text: "It ships on Friday", isEdited: true, note: false }]);
  });

  test("still takes a note back", async () => {
    await editedDuring(desk.conversations.reply, "note: She is angry");
    expect(await desk.said()).toMatchObject([{ text: "She is angry", note: true }]);
  });

  test("still changes what is held", async () => {
    await desk.set({ holdSeconds: 120 });
    const held = { reason: "undo", releaseAt: Date.now() + 120_000 } as const;
    await editedDuring((original) => desk.heldReplies.hold({ ...original, ...held }), "It ships on Friday");
    const [only] = await desk.heldReplies.due(Date.now() + 300_000, 2);
    expect(only).toMatchObject({ text: "It ships on Friday" });
  });
});

test("whoever was not asked because the app went down is asked when the message comes again", async () => {
  const { ts, event } = await unheard(() => desk.ana.reply(desk.thread(), "fyi she is angry"));
  await desk.heldReplies.hold({
    ...{ conversationId: desk.visitor.id(), text: "fyi she is angry", reason: "note" },
    agent: { id: `slack:${desk.workspace.teamId}/${event.event.user}`, name: "Ana" },
    source: sourceOfMessage({ channel: desk.channel, ts }),
  });
  await hears(event);
  await eventually(() => desk.told().some((text) => text.includes("Is this for the visitor?")));
  await hears(event);
  expect(desk.told()).toHaveLength(1);
});

describe("a reply that cannot be stored when its time has come", () => {
  /** The first `times` tries to store these words fail. */
  function cannotStore(text: string, times: number): void {
    const { store } = desk;
    const { record } = store;
    let left = times;
    store.record = async (change) => {
      const isConcerned = change.happenings.some(
        (one) => one.type === "message.posted" && one.message.text === text,
      );
      if (isConcerned && left-- > 0) throw new Error("The database does not answer.");
      return record(change);
    };
  }

  test("does not hold up other conversations", async () => {
    await desk.set({ holdSeconds: 1 });
    const max = desk.otherVisitor();
    await max.says("Me too");
    await max.asksForAPerson();
    await desk.delivered();
    const threads = desk.threads();
    cannotStore("For one", Number.POSITIVE_INFINITY);
    const [one, other] = threads;
    if (!one || !other) throw new Error("There are fewer than two threads.");
    await desk.ana.reply(one, "For one");
    const { ts } = await desk.ana.reply(other, "For the other");
    await desk.workspace.idle();
    await isOver({ channel: desk.channel, ts });
  });

  test("is not overtaken by what was written after it", async () => {
    await desk.set({ holdSeconds: 1 });
    cannotStore("One", 2);
    await reply("One");
    await isOver(await reply("Two"));
    expect(await desk.seen()).toEqual(["One", "Two"]);
  });
});
