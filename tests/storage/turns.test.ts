import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { onEachDatabase } from "./on-each-database.ts";

const every = { everyMs: 1_000 };

onEachDatabase("work that one node does at a time", (bench) => {
  test("is one node's, until it is finished, and then nobody's for so long", async () => {
    const name = randomUUID();
    const takes = await bench.atOnce(({ turns }) => turns.take(name, { ...every, now: 5_000, until: 6_000 }));
    expect(takes.filter(Boolean)).toHaveLength(1);
    const { turns } = bench.storage;
    await turns.finish(name, 5_500);
    expect(await turns.take(name, { ...every, now: 6_499, until: 8_000 })).toBe(false);
    expect(await turns.take(name, { ...every, now: 6_500, until: 8_000 })).toBe(true);
  });

  test("is the next one's when whoever had it is silent for too long, or says that it is not finished", async () => {
    const name = randomUUID();
    const { turns } = bench.storage;
    expect(await turns.take(name, { ...every, now: 5_000, until: 6_000 })).toBe(true);
    await turns.keep(name, 7_000);
    expect(await turns.take(name, { ...every, now: 6_999, until: 9_000 })).toBe(false);
    expect(await turns.take(name, { ...every, now: 7_000, until: 9_000 })).toBe(true);
    await turns.leave(name);
    expect(await turns.take(name, { ...every, now: 7_001, until: 9_000 })).toBe(true);
  });
});
