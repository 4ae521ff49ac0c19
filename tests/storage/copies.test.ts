import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Copy } from "../../src/conversation/threads.ts";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("copies", (bench) => {
  const copy = (conversationId: string, from: [number, number], to: [number, number]): Copy => ({
    channel: "slack",
    externalId: `T1/C1/${randomUUID()}`,
    conversationId,
    from: { seq: from[0], part: from[1] },
    to: { seq: to[0], part: to[1] },
  });

  test("are found by every event that stands in them, in order", async () => {
    const id = randomUUID();
    const one = copy(id, [1, 1], [3, 1]);
    const two = copy(id, [3, 2], [3, 2]);
    const three = copy(id, [3, 3], [5, 1]);
    for (const each of [three, copy(randomUUID(), [1, 1], [9, 1]), one, two])
      await bench.storage.copies.add(each);

    expect(await bench.storage.copies.of("slack", id, 1)).toEqual([one]);
    expect(await bench.storage.copies.of("slack", id, 3)).toEqual([one, two, three]);
    expect(await bench.storage.copies.of("slack", id, 6)).toEqual([]);
    expect(await bench.storage.copies.of("sms", id, 3)).toEqual([]);
  });

  test("are replaced when they are added again, and can be removed", async () => {
    const first = copy(randomUUID(), [1, 1], [1, 1]);
    await bench.storage.copies.add(first);
    const longer = { ...first, to: { seq: 2, part: 4 } };
    await bench.atOnce(({ copies }) => copies.add(longer));
    expect(await bench.storage.copies.at("slack", first.externalId)).toEqual(longer);
    expect(await bench.storage.copies.of("slack", first.conversationId, 2)).toEqual([longer]);

    await bench.storage.copies.remove("slack", first.externalId);
    await bench.storage.copies.remove("slack", first.externalId);
    expect(await bench.storage.copies.at("slack", first.externalId)).toBeUndefined();
  });

  test("added by several at once are there once", async () => {
    const one = copy(randomUUID(), [1, 1], [1, 1]);
    await bench.atOnce(({ copies }) => copies.add(one));
    expect(await bench.storage.copies.of("slack", one.conversationId, 1)).toEqual([one]);
  });
});
