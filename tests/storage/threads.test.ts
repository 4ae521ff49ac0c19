import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Status } from "../../src/conversation/conversation.ts";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

onEachDatabase("threads", (bench) => {
  /** A conversation linked to the first of two threads of its own. */
  async function linked() {
    const [id, from, to] = [randomUUID(), `T1/C1/${randomUUID()}`, `T1/C2/${randomUUID()}`];
    await bench.storage.threads.link("slack", id, from);
    return { id, from, to };
  }

  test("move, and go on leading to their conversation", async () => {
    const { id, from, to } = await linked();
    expect(await bench.storage.threads.move("slack", id, { from, to })).toBe(to);

    for (const _ of ["remembered", "read again"]) {
      expect(await bench.storage.threads.find("slack", id)).toBe(to);
      expect(await bench.storage.threads.conversationAt("slack", from)).toBe(id);
      expect(await bench.storage.threads.conversationAt("slack", to)).toBe(id);
      await bench.restart();
    }
  });

  test("of two moves at once one wins, and both learn where the conversation is", async () => {
    const { id, from, to } = await linked();
    const elsewhere = (await bench.otherNode()) ?? bench.storage;
    const [one, other] = await Promise.all([
      bench.storage.threads.move("slack", id, { from, to }),
      elsewhere.threads.move("slack", id, { from, to: `${to}-other` }),
    ]);

    expect([to, `${to}-other`]).toContain(one);
    expect(other).toBe(one);
    expect(await bench.storage.threads.find("slack", id)).toBe(one);
    const lost = one === to ? `${to}-other` : to;
    expect(await bench.storage.threads.conversationAt("slack", lost)).toBeUndefined();
  });

  test("that have moved already stay where they are", async () => {
    const { id, from, to } = await linked();
    await bench.storage.threads.move("slack", id, { from, to });
    expect(await bench.storage.threads.move("slack", id, { from, to: "T1/C3/1" })).toBe(to);
    expect(await bench.storage.threads.conversationAt("slack", "T1/C3/1")).toBeUndefined();
  });

  test("move back to where they came from", async () => {
    const { id, from, to } = await linked();
    await bench.storage.threads.move("slack", id, { from, to });
    expect(await bench.storage.threads.move("slack", id, { from: to, to: from })).toBe(from);
    expect(await bench.storage.threads.move("slack", id, { from, to: from })).toBe(from);
    await bench.restart();

    expect(await bench.storage.threads.find("slack", id)).toBe(from);
    expect(await bench.storage.threads.conversationAt("slack", from)).toBe(id);
    expect(await bench.storage.threads.conversationAt("slack", to)).toBe(id);
  });

  test("moved by one node are found by the others at once", async () => {
    const { id, from, to } = await linked();
    const other = await bench.otherNode();
    if (!other) return;
    expect(await other.threads.find("slack", id)).toBe(from);
    expect(await other.threads.conversationAt("slack", to)).toBeUndefined();
    await bench.storage.threads.move("slack", id, { from, to });

    expect(await other.threads.find("slack", id)).toBe(to);
    expect(await other.threads.link("slack", id, from)).toBe(to);
    expect(await other.threads.conversationAt("slack", to)).toBe(id);
  });

  test("are found where they are while they move", async () => {
    const { id, from, to } = await linked();
    await bench.restart();
    const [, moved] = await Promise.all([
      bench.storage.threads.find("slack", id),
      bench.storage.threads.move("slack", id, { from, to }),
      bench.storage.threads.find("slack", id),
    ]);
    expect(moved).toBe(to);
    expect(await bench.storage.threads.find("slack", id)).toBe(to);
  });

  test("cannot move onto another conversation's, nor where there is none", async () => {
    const [one, other] = [await linked(), await linked()];
    await expect(
      bench.storage.threads.move("slack", one.id, { from: one.from, to: other.from }),
    ).rejects.toThrow();
    expect(await bench.storage.threads.find("slack", one.id)).toBe(one.from);
    expect(await bench.storage.threads.conversationAt("slack", other.from)).toBe(other.id);
    await expect(bench.storage.threads.move("slack", "nobody", { from: "a", to: "b" })).rejects.toThrow(
      "has no thread in slack",
    );
  });

  test("that are open are found by how they begin, to the letter", async () => {
    const team = `T_${randomUUID()}`;
    const conversationAt = async (externalId: string, status: Status = "waiting") => {
      const conversation = { ...somebody(), status };
      await bench.storage.store.record(change(conversation, { type: "conversation.claimed", agent }));
      await bench.storage.threads.link("slack", conversation.id, externalId);
      return { conversationId: conversation.id, externalId };
    };
    const early = await conversationAt(`${team}/C1/1`);
    const late = await conversationAt(`${team}/C1/2`, "agent");
    const moving = await conversationAt(`${team}/C1/3`);
    await conversationAt(`${team}/C1/4`, "closed");
    await conversationAt(`${team}/c1/5`);
    await conversationAt(`${team.replace("_", "x")}/C1/6`);
    const { conversationId, externalId } = moving;
    await bench.storage.threads.move("slack", conversationId, { from: externalId, to: `${team}/C2/3` });

    const { threads } = bench.storage;
    expect(await threads.openUnder("slack", `${team}/C1/`, 10)).toEqual([late, early]);
    expect(await threads.openUnder("slack", `${team}/C1/`, 1)).toEqual([late]);
    expect(await threads.openUnder("slack", `${team}/C2/`, 10)).toEqual([
      { conversationId, externalId: `${team}/C2/3` },
    ]);
    expect(await threads.openUnder("sms", `${team}/C1/`, 10)).toEqual([]);

    expect(await threads.leftUnder("slack", `${team}/C1/`, 0, 10)).toEqual([moving]);
    expect(await threads.leftUnder("slack", `${team}/C1/`, bench.clock.at + 1, 10)).toEqual([]);
    expect(await threads.leftUnder("slack", `${team}/C2/`, 0, 10)).toEqual([]);
  });
});

const agent = { id: "slack:T1/UANA", name: "Ana" };
