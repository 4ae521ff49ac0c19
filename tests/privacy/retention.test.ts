import { expect, test } from "vitest";
import type { Audited } from "../../src/privacy/audit.ts";
import { createRetention, dayMs, type RetentionOptions } from "../../src/privacy/retention.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} } as unknown as RetentionOptions["log"];

/** Sites that keep conversations for so many days, and the ends (ms) of their closed conversations. */
function set(keepDays: Record<string, number>, ends: Record<string, number[]>, erasesSlack = true) {
  let now = 100 * dayMs;
  let turnAt = Number.NEGATIVE_INFINITY;
  const left = Object.entries(ends).flatMap(([site, all]) =>
    all.map((at, i) => ({ id: `${site}-${i}`, site, at })),
  );
  const erased: { id: string; keepElsewhere: string | undefined }[] = [];
  const audited: Audited[] = [];
  const asked: number[] = [];
  const options = {
    erasures: {
      async takeTurn(at: number, everyMs: number) {
        if (at - turnAt < everyMs) return false;
        turnAt = at;
        return true;
      },
      async over(siteKey: string, before: number, limit: number) {
        asked.push(limit);
        return left
          .filter(({ site, at }) => site === siteKey && at < before)
          .slice(0, limit)
          .map(({ id }) => id);
      },
    },
    audit: { add: async (entry: Audited) => void audited.push(entry) },
    sites: { list: async () => Object.entries(keepDays).map(([key, days]) => ({ key, keepDays: days })) },
    settings: { current: async () => ({ retentionErasesSlack: erasesSlack }) },
    async erase({ conversationId, keepElsewhere }: Parameters<RetentionOptions["erase"]>[0]) {
      erased.push({ id: conversationId, keepElsewhere });
      left.splice(
        left.findIndex(({ id }) => id === conversationId),
        1,
      );
    },
    now: () => now,
    log,
  } as unknown as RetentionOptions;
  const node = () => createRetention(options);
  const passes = (ms: number) => {
    now += ms;
  };
  return { node, erased, audited, asked, left, passes };
}

const started = async (node: ReturnType<typeof createRetention>) => {
  node.start();
  await node.look();
  return node;
};

test("each site's conversations go after its own days, and a site that keeps them for ever loses none", async () => {
  const old = 60 * dayMs;
  const { node, erased, audited } = set(
    { short: 30, long: 90, forever: 0 },
    { short: [old, 95 * dayMs], long: [old], forever: [0] },
  );
  await (await started(node())).stop();
  expect(erased.map(({ id }) => id)).toEqual(["short-0"]);
  expect(audited).toMatchObject([{ kind: "retained", siteKey: "short", count: 1, by: "Retention" }]);
});

test("many go in small batches, with one line on the record", async () => {
  const { node, erased, audited, asked } = set({ shop: 1 }, { shop: Array<number>(60).fill(0) });
  await (await started(node())).stop();
  expect(erased).toHaveLength(60);
  expect(asked).toEqual([25, 25, 25, 25]);
  expect(audited).toMatchObject([{ count: 60 }]);
});

test("one node does it, once a day", async () => {
  const { node, erased, left, passes } = set({ shop: 1 }, { shop: [0] });
  const [one, other] = [await started(node()), await started(node())];
  expect(erased).toHaveLength(1);
  left.push({ id: "shop-later", site: "shop", at: 0 });
  passes(dayMs - 1);
  await Promise.all([one.look(), other.look()]);
  expect(erased).toHaveLength(1);
  passes(1);
  await Promise.all([one.look(), other.look()]);
  expect(erased.map(({ id }) => id)).toEqual(["shop-0", "shop-later"]);
  await Promise.all([one.stop(), other.stop()]);
});

test("Slack keeps its copies when the settings say so, and the receipt is told why", async () => {
  const { node, erased } = set({ shop: 1 }, { shop: [0] }, false);
  await (await started(node())).stop();
  expect(erased[0]?.keepElsewhere).toContain("Slack keeps its copies");
});
