import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { StoredFile } from "../../src/files/ports.ts";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("files", (bench) => {
  const file = (more: Partial<StoredFile> = {}): StoredFile => ({
    id: randomUUID(),
    name: "Rechnung 😀.pdf",
    mime: "application/pdf",
    size: 20_000_000,
    via: "slack",
    origin: "https://files.slack.com/files-pri/T1-F1/a.pdf",
    siteKey: "default",
    visitorId: "v1",
    at: 1_000,
    ...more,
  });

  test("are found by their ids, in the order asked for, without those that are unknown", async () => {
    const one = file();
    const other = file({ via: "widget", origin: undefined, siteKey: undefined, visitorId: undefined });
    for (const each of [one, other]) expect(await bench.storage.files.add(each)).toBe(true);

    expect(await bench.storage.files.find(one.id)).toEqual(one);
    expect(await bench.storage.files.find("unknown")).toBeUndefined();
    expect(await bench.storage.files.findMany([other.id, "unknown", one.id])).toEqual([other, one]);
    expect(await bench.storage.files.findMany([])).toEqual([]);
  });

  test("are added once: nobody can take over another's", async () => {
    const mine = file();
    const results = await bench.atOnce(({ files }) => files.add(mine));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await bench.storage.files.add({ ...mine, visitorId: "thief" })).toBe(false);
    expect(await bench.storage.files.find(mine.id)).toEqual(mine);
  });
});
