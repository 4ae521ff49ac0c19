import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("sites", (bench) => {
  const added = async () => {
    const key = `shop-${randomUUID().slice(0, 8)}`;
    expect(await bench.storage.sites.add({ key, name: "Shop" })).toBe(true);
    return key;
  };
  const usual = { origins: [], slack: undefined, look: { accent: "", side: "right" }, keepDays: 0 };

  test("are added once, and begin with what is usual", async () => {
    const key = `shop-${randomUUID().slice(0, 8)}`;
    const results = await bench.atOnce(({ sites }) => sites.add({ key, name: "Shop" }));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await bench.storage.sites.find(key)).toEqual({ key, name: "Shop", ...usual });
    expect((await bench.storage.sites.list()).map((site) => site.key)).toEqual(
      expect.arrayContaining(["default", key]),
    );
  });

  test("change only in what is named", async () => {
    const { sites } = bench.storage;
    const key = await added();
    const slack = { team: "T1", channel: "C1" };
    const look = { accent: "#1a73e8", side: "left" } as const;

    expect(await sites.change(key, { origins: ["https://shop.example"] })).toMatchObject({ name: "Shop" });
    await sites.change(key, { slack, look });
    const changed = { key, name: "Laden", origins: ["https://shop.example"], slack, look, keepDays: 0 };
    expect(await sites.change(key, { name: "Laden" })).toEqual(changed);
    expect(await sites.change(key, {})).toEqual(changed);
    await bench.restart();
    expect(await bench.storage.sites.find(key)).toEqual(changed);
    expect(await bench.storage.sites.change(key, { slack: null })).toEqual({
      ...changed,
      slack: undefined,
    });
  });

  test("that do not exist cannot be changed", async () => {
    expect(await bench.storage.sites.change("nowhere", { name: "Nowhere" })).toBeUndefined();
    expect(await bench.storage.sites.change("nowhere", {})).toBeUndefined();
  });

  test("whose rows cannot be read are as usual, and an origin that makes no sense lets nobody in", async () => {
    const { sites } = bench.storage;
    const key = await added();
    const spoilt = async (columns: string) => {
      await bench.sql(`UPDATE "Site" SET ${columns} WHERE "key" = '${key}'`);
      return sites.find(key);
    };
    const site = { key, name: "Shop", ...usual };
    expect(await spoilt(`"origins" = '[', "slack" = '{"team":', "look" = 'blue'`)).toEqual(site);
    expect(await spoilt(`"origins" = '{}', "slack" = '{"team":"acme"}', "look" = '{"side":"top"}'`)).toEqual(
      site,
    );
    expect(await spoilt(`"origins" = '["shop", 7]'`)).toEqual({ ...site, origins: ["shop"] });
    expect((await sites.list()).length).toBeGreaterThan(1);
  });
});
