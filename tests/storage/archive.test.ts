import { expect, test } from "vitest";
import { begun } from "../../src/conversation/conversation.ts";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

onEachDatabase("the archive", (bench) => {
  const said = (text: string) =>
    ({
      type: "message.posted",
      message: { id: crypto.randomUUID(), author: { kind: "visitor" }, text, note: false },
    }) as const;
  const says = async (text: string, conversation = somebody()) => {
    const { conversation: saved } = await bench.storage.store.record(change(conversation, said(text)));
    if (!saved) throw new Error("Nothing was saved.");
    return saved;
  };
  const everything = async () => {
    const all = [];
    let after: string | undefined;
    do {
      const { told, cursor } = await bench.storage.archive.latest({ after, limit: 2 });
      all.push(...told);
      after = cursor;
    } while (after !== undefined);
    return all;
  };

  test("brings every conversation whole and once, the latest first, and counts them", async () => {
    const before = await bench.storage.archive.count();
    const first = await says("one");
    const second = await says("two");
    const third = await says("three");
    await says("one again", first);
    expect(await bench.storage.archive.count()).toBe(before + 3);
    const told = await everything();
    expect(told).toHaveLength(before + 3);
    expect(told.slice(0, 3).map(({ conversation: { id } }) => id)).toEqual([first.id, third.id, second.id]);
    expect(told[0]?.events).toMatchObject([{ message: { text: "one" } }, { message: { text: "one again" } }]);
  });

  test("knows nobody who was made up to try a handoff out", async () => {
    const before = await bench.storage.archive.count();
    await says(
      "hello",
      begun({ id: crypto.randomUUID(), siteKey: "default", visitor: { id: "test-1" }, createdAt: 1 }),
    );
    expect(await bench.storage.archive.count()).toBe(before);
    expect((await everything()).some(({ conversation: { visitor } }) => visitor.id === "test-1")).toBe(false);
  });
});
