import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { HeldReply } from "../../src/conversation/held-replies.ts";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("held replies", (bench) => {
  const held = (more: Partial<HeldReply> = {}): HeldReply => ({
    source: { via: "slack", externalId: randomUUID() },
    conversationId: randomUUID(),
    agent: { id: "slack:T1/UANA", name: "Ana", avatarUrl: "https://a.example/a.png" },
    text: "On my way 😀",
    files: [{ id: "f1", name: "a.png", mime: "image/png", size: 7 }],
    reason: "undo",
    releaseAt: 2_000,
    ...more,
  });

  test("are kept as they were written, across a restart", async () => {
    const [one, other] = [held(), held({ reason: "note", releaseAt: undefined, files: undefined })];
    for (const each of [one, other]) expect(await bench.storage.heldReplies.hold(each)).toBe(true);
    await bench.restart();
    for (const each of [one, other]) expect(await bench.storage.heldReplies.find(each.source)).toEqual(each);
  });

  test("are held once, whoever says it again", async () => {
    const reply = held();
    const results = await bench.atOnce(({ heldReplies }) => heldReplies.hold(reply));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await bench.storage.heldReplies.hold({ ...reply, text: "Something else" })).toBe(false);
    expect(await bench.storage.heldReplies.find(reply.source)).toEqual(reply);
  });

  test("are dropped by exactly one of those who try at the same moment", async () => {
    const { source } = held();
    await bench.storage.heldReplies.hold(held({ source }));
    const results = await bench.atOnce(({ heldReplies }) => heldReplies.drop(source));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await bench.storage.heldReplies.drop(source)).toBe(false);
    expect(await bench.storage.heldReplies.find(source)).toBeUndefined();
  });

  test("can be changed while they are held, and keep their files unless others are named", async () => {
    const reply = held();
    const { heldReplies } = bench.storage;
    await heldReplies.hold(reply);
    expect(await heldReplies.change(reply.source, { text: "Almost there" })).toBe(true);
    expect(await heldReplies.find(reply.source)).toEqual({ ...reply, text: "Almost there" });
    expect(await heldReplies.change(reply.source, { text: "Bare", files: [] })).toBe(true);
    expect(await heldReplies.find(reply.source)).toEqual({ ...reply, text: "Bare", files: [] });

    await heldReplies.drop(reply.source);
    expect(await heldReplies.change(reply.source, { text: "Too late" })).toBe(false);
    expect(await heldReplies.find(reply.source)).toBeUndefined();
  });

  test("are due when their time has come, oldest first; those that wait for the agent never", async () => {
    const { heldReplies } = bench.storage;
    const [second, first] = [held({ releaseAt: 20 }), held({ releaseAt: 10 })];
    const asked = held({ reason: "note", releaseAt: undefined });
    for (const each of [second, first, held({ releaseAt: 21 }), asked]) await heldReplies.hold(each);

    expect(await heldReplies.due(20, 10)).toEqual([first, second]);
    expect(await heldReplies.due(20, 1)).toEqual([first]);
    expect(await heldReplies.due(9, 10)).toEqual([]);
    expect(await heldReplies.due(Number.MAX_SAFE_INTEGER, 1_000)).not.toContainEqual(asked);
  });
});
