import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("presences", (bench) => {
  const here = () => ({
    conversationId: randomUUID(),
    isHere: true,
    at: 1_000,
    page: { url: "https://shop.example/p", title: "Prices" },
  });

  test("are what was saved last", async () => {
    const presence = here();
    await bench.atOnce(({ presences }) => presences.save(presence));
    expect(await bench.storage.presences.find(presence.conversationId)).toEqual(presence);

    const gone = { ...presence, isHere: false, at: 2_000, page: undefined };
    await bench.storage.presences.save(gone);
    expect(await bench.storage.presences.find(presence.conversationId)).toEqual(gone);
    expect(await bench.storage.presences.find("nobody")).toBeUndefined();
  });

  test("are over when they are cleared: for who was here, now", async () => {
    const [present, gone] = [here(), { ...here(), isHere: false }];
    for (const each of [present, gone]) await bench.storage.presences.save(each);
    const before = bench.clock.at;
    await bench.storage.presences.clear();

    const cleared = await bench.storage.presences.find(present.conversationId);
    expect(cleared).toMatchObject({ isHere: false, page: present.page });
    expect(cleared?.at).toBeGreaterThan(before);
    expect(await bench.storage.presences.find(gone.conversationId)).toEqual(gone);
  });
});
