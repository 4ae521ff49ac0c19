import { expect, test } from "vitest";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("the record of who looked, exported and erased", (bench) => {
  test("is read from its end, page by page, whole or in part; lines of one moment are neither lost nor doubled", async () => {
    const { audit } = bench.storage;
    const kinds = ["revealed", "erased", "revealed"] as const;
    for (const [index, kind] of kinds.entries())
      await audit.add({ kind, conversationId: `c${index}`, by: "Ana", at: 1_000 });
    await audit.add({ kind: "exported", isMasked: false, by: "Ben", at: 2_000 });

    const whole = await audit.list(10);
    expect(whole[0]).toMatchObject({ kind: "exported", isMasked: false, by: "Ben", at: 2_000 });
    expect(whole).toHaveLength(4);

    const paged = [];
    for (let before: string | undefined; ; ) {
      const page = await audit.list(1, { before });
      if (page.length === 0) break;
      paged.push(...page);
      before = page.at(-1)?.id;
    }
    expect(paged).toEqual(whole);

    const looked = await audit.list(10, { kind: "revealed" });
    expect(looked.map((line) => line.kind === "revealed" && line.conversationId).toSorted()).toEqual([
      "c0",
      "c2",
    ]);
    expect(await audit.list(10, { conversationId: "c1" })).toMatchObject([{ kind: "erased" }]);
    expect(await audit.list(10, { kind: "revealed", before: looked[0]?.id })).toEqual(looked.slice(1));
  });
});
