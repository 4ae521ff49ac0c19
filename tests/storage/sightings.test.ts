import { expect, test } from "vitest";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("what is seen of the team", (bench) => {
  test("is what was seen last, in each place for itself", async () => {
    const { sightings } = bench.storage;
    expect(await sightings.last("a channel")).toBeUndefined();
    await bench.atOnce((storage) => storage.sightings.save("a channel", { presence: "here", at: 1_000 }));
    await sightings.save("a channel", { presence: "nobody", at: 2_000 });
    await sightings.save("another", { presence: "unknown", at: 3_000 });
    expect(await sightings.last("a channel")).toEqual({ presence: "nobody", at: 2_000 });
    expect(await sightings.last("another")).toEqual({ presence: "unknown", at: 3_000 });
  });

  test("is looked for by one at a time, until they have seen or are taken for dead", async () => {
    const take = (now: number) =>
      bench.atOnce((storage) => storage.sightings.take("a place", { now, until: now + 100 }));
    const takers = async (now: number) => (await take(now)).filter(Boolean).length;

    expect(await takers(1_000)).toBe(1);
    expect(await bench.storage.sightings.last("a place")).toBeUndefined();
    expect(await takers(1_099)).toBe(0);
    expect(await takers(1_100)).toBe(1);
    await bench.storage.sightings.save("a place", { presence: "here", at: 1_150 });
    expect(await takers(1_160)).toBe(1);
    expect(await bench.storage.sightings.last("a place")).toEqual({ presence: "here", at: 1_150 });
  });
});
