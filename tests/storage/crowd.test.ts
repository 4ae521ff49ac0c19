import { expect, test } from "vitest";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

onEachDatabase("a crowd", (bench) => {
  test("of thousands is looked up at the same moment", async () => {
    const { store, threads } = bench.storage;
    const author = { kind: "visitor" } as const;
    const message = { id: crypto.randomUUID(), author, text: "Hello?", note: false };
    const one = somebody();
    await store.record(change(one, { type: "message.posted", message }));

    const strangers = Array.from({ length: 3_000 }, () =>
      store.findByVisitor("default", crypto.randomUUID()),
    );
    const [known, ...unknown] = await Promise.all([
      store.findByVisitor(one.siteKey, one.visitor.id),
      ...strangers,
    ]);
    expect(known?.id).toBe(one.id);
    expect(unknown.every((found) => found === undefined)).toBe(true);
    const looked = Array.from({ length: 3_000 }, () => threads.conversationAt("slack", crypto.randomUUID()));
    expect((await Promise.all(looked)).every((found) => found === undefined)).toBe(true);
  });
});
