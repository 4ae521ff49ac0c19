import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Installation } from "../../src/conversation/installations.ts";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("installations", (bench) => {
  test("are kept per channel, replaced when saved again, and removed", async () => {
    const channel = randomUUID();
    const acme: Installation = {
      channel,
      externalId: "T1",
      name: "Acme",
      sealed: "v1.sealed",
      isApproved: false,
      by: "Ana",
      at: 2_000,
    };
    const early = { ...acme, externalId: "T2", name: "Early", at: 1_000 };
    await bench.atOnce(({ installations }) => installations.save(acme));
    await bench.storage.installations.save(early);
    await bench.storage.installations.save({ ...early, channel: `${channel}-other` });
    expect(await bench.storage.installations.all(channel)).toEqual([early, acme]);

    const approved = { ...acme, isApproved: true, sealed: "v1.new", name: "Acme Inc" };
    await bench.storage.installations.save(approved);
    await bench.storage.installations.remove(channel, "T2");
    await bench.storage.installations.remove(channel, "T2");
    expect(await bench.storage.installations.all(channel)).toEqual([approved]);
    expect(await bench.storage.installations.all(`${channel}-other`)).toHaveLength(1);
  });
});
