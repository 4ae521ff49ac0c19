import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ana, type Desk, openDesk, typesOf } from "../support/desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const decision = { by: "button", reason: "Asked for a person" } as const;

async function withPeople() {
  const visitor = desk.visitor();
  await visitor.says("Hello?");
  const { id: conversationId } = await visitor.conversation();
  const act = () => ({ conversationId, agent: ana, source: desk.source("slack") });
  await desk.conversations.handOff({ conversationId, decision, source: desk.source("widget") });
  const { seq } = await desk.conversations.reply({ ...act(), text: "Hi!" });
  const reach = (upTo: number, isSeen: boolean) =>
    desk.conversations.reach({ conversationId, upTo, isSeen, source: desk.source("widget") });
  return { visitor, conversationId, act, seq, reach };
}

describe("a receipt", () => {
  test("says how far the visitor has got: first delivered, then seen", async () => {
    const { visitor, seq, reach } = await withPeople();
    await reach(seq, false);
    expect(await visitor.conversation()).toMatchObject({ deliveredSeq: seq, seenSeq: 0 });
    await reach(seq, true);
    expect(await visitor.conversation()).toMatchObject({ deliveredSeq: seq, seenSeq: seq });
  });

  test("that says nothing new is not kept", async () => {
    const { seq, reach } = await withPeople();
    await reach(seq, true);
    expect((await reach(seq, true)).fresh).toBe(false);
    expect((await reach(seq - 1, false)).fresh).toBe(false);
    expect((await reach(seq + 100, true)).fresh).toBe(false);
  });

  test("for what has not happened yet is not kept, or it would hide that later words were not read", async () => {
    const { visitor, seq, reach } = await withPeople();
    expect((await reach(seq + 1, true)).fresh).toBe(false);
    expect(await visitor.conversation()).toMatchObject({ deliveredSeq: 0, seenSeq: 0 });
  });

  test("of receipts alone is not kept, or whoever answers each one would fill the disk", async () => {
    const { visitor, seq, reach } = await withPeople();
    await reach(seq, true);
    for (let round = 1; round <= 3; round += 1) {
      const { seq: last } = await visitor.conversation();
      expect((await reach(last, true)).fresh).toBe(false);
    }
    const { seq: next } = await visitor.says("Thanks!");
    expect((await reach(next, true)).fresh).toBe(true);
  });

  test("is not kept while the conversation is between visitor and assistant", async () => {
    const visitor = desk.visitor();
    await visitor.says("Hello?");
    const { id: conversationId } = await visitor.conversation();
    const source = desk.source("widget");
    const receipt = await desk.conversations.reach({ conversationId, upTo: 1, isSeen: true, source });
    expect(receipt.fresh).toBe(false);
  });
});

test("replies in a thread can be made internal and go to the visitor again", async () => {
  const { visitor, act } = await withPeople();
  await desk.conversations.switchReplies({ ...act(), to: "team" });
  expect(await visitor.conversation()).toMatchObject({ repliesTo: "team" });
  expect((await desk.conversations.switchReplies({ ...act(), to: "team" })).fresh).toBe(false);
  await desk.conversations.switchReplies({ ...act(), to: "visitor" });
  expect(await visitor.conversation()).toMatchObject({ repliesTo: "visitor" });
});

describe("a blocked visitor", () => {
  test("is out of an open conversation and cannot write, ask for people or change words", async () => {
    const { visitor, act } = await withPeople();
    await desk.conversations.block(act());
    expect(await visitor.conversation()).toMatchObject({ status: "closed", isBlocked: true });
    expect(typesOf(await visitor.events()).slice(-2)).toEqual(["visitor.blocked", "conversation.closed"]);

    await expect(visitor.says("Let me in")).rejects.toThrow("not sent");
    const { siteKey, visitor: who } = await visitor.conversation();
    await expect(
      desk.conversations.handOff({ siteKey, visitor: who, decision, source: desk.source("widget") }),
    ).rejects.toThrow("ended this chat");
    const [first] = await visitor.events();
    if (first?.type !== "message.posted") throw new Error("Nothing was posted.");
    await expect(
      desk.conversations.edit({
        ...{ siteKey, visitor: who, messageId: first.message.id, text: "Rude" },
        ...{ by: { kind: "visitor" }, source: desk.source("widget") },
      }),
    ).rejects.toThrow("ended this chat");
  });

  test("is not talked to in a conversation they could not answer in, until they are unblocked", async () => {
    const { visitor, act } = await withPeople();
    await desk.conversations.block(act());
    await expect(desk.conversations.reopen(act())).rejects.toThrow("Unblock");
    expect(await visitor.conversation()).toMatchObject({ status: "closed", isBlocked: true });
    await desk.conversations.unblock(act());
    await desk.conversations.reopen(act());
    expect(await visitor.conversation()).toMatchObject({ status: "agent", isBlocked: false });
  });

  test("can write again when unblocked", async () => {
    const { visitor, act } = await withPeople();
    await desk.conversations.block(act());
    expect((await desk.conversations.block(act())).fresh).toBe(false);
    await desk.conversations.unblock(act());
    expect((await desk.conversations.unblock(act())).fresh).toBe(false);
    await visitor.says("Sorry.");
    expect(await visitor.conversation()).toMatchObject({ status: "assistant", isBlocked: false });
  });
});
