import { expect, test } from "vitest";
import type { Audited } from "../../src/privacy/audit.ts";
import { createRetention, dayMs, type RetentionOptions } from "../../src/privacy/retention.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} } as unknown as RetentionOptions["log"];

/** Sites that keep conversations for so many days, and the ends (ms) of their closed conversations. */
function set(keepDays: Record<string, number>, ends: Record<string, number[]>, erasesSlack = true) {
  let now = 100 * dayMs;
  let finishedAt = Number.NEGATIVE_INFINITY;
  let leaseUntil = Number.NEGATIVE_INFINITY;
  let beforeErasing: (id: string) => unknown = () => {};
  const left = Object.entries(ends).flatMap(([site, all]) =>
    all.map((at, i) => ({ id: `${site}-${i}`, site, at })),
  );
  const erased: { id: string; keepElsewhere: string | undefined }[] = [];
  const audited: Audited[] = [];
  let forgotten = 0;
  const asked: number[] = [];
  const options = {
    turns: {
      async take(_name: string, turn: { now: number; everyMs: number; until: number }) {
        if (turn.now - finishedAt < turn.everyMs || leaseUntil > turn.now) return false;
        leaseUntil = turn.until;
        return true;
      },
      async keep(_name: string, until: number) {
        leaseUntil = until;
      },
      async finish(_name: string, at: number) {
        finishedAt = at;
        leaseUntil = Number.NEGATIVE_INFINITY;
      },
      async leave() {
        leaseUntil = Number.NEGATIVE_INFINITY;
      },
    },
    traces: {
      async forgetOld() {
        forgotten += 1;
      },
    },
    erasures: {
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
      await beforeErasing(conversationId);
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
  const whenErasing = (act: (id: string) => unknown) => {
    beforeErasing = act;
  };
  return { node, erased, audited, asked, left, passes, whenErasing, forgotten: () => forgotten };
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

test("a node that is stopped half-way is followed by the next at once, and the day is over when all are gone", async () => {
  const { node, erased, audited, forgotten, whenErasing } = set(
    { shop: 1 },
    { shop: Array<number>(60).fill(0) },
  );
  const first = node();
  let isStopped: Promise<void> | undefined;
  whenErasing(() => {
    if (erased.length === 29) isStopped = first.stop();
  });
  await started(first);
  await isStopped;
  expect(erased).toHaveLength(30);
  const next = await started(node());
  expect(erased).toHaveLength(60);
  expect(audited).toMatchObject([{ count: 30 }, { count: 30 }]);
  expect(forgotten()).toBe(2);
  await next.stop();
});

test("a node that dies half-way is followed when it has been silent for a while, and not before", async () => {
  const { node, erased, whenErasing, passes } = set({ shop: 1 }, { shop: [0, 0, 0] });
  const isDead = new Promise<void>((resolve) =>
    whenErasing(() => {
      if (erased.length < 1) return;
      resolve();
      return new Promise<void>(() => {});
    }),
  );
  node().start();
  await isDead;
  whenErasing(() => {});
  const next = await started(node());
  expect(erased).toHaveLength(1);
  passes(15 * 60_000);
  await next.look();
  expect(erased).toHaveLength(3);
  await next.stop();
});

test("one that cannot be erased keeps none of the others, and is tried again before the day is over", async () => {
  const { node, erased, whenErasing } = set({ shop: 1 }, { shop: Array<number>(30).fill(0) });
  whenErasing((id) => {
    if (id === "shop-0") throw new Error("So much happens in it.");
  });
  const one = await started(node());
  expect(erased).toHaveLength(29);
  whenErasing(() => {});
  await one.look();
  expect(erased).toHaveLength(30);
  await one.stop();
});

test("Slack keeps its copies when the settings say so, and the receipt is told why", async () => {
  const { node, erased } = set({ shop: 1 }, { shop: [0] }, false);
  await (await started(node())).stop();
  expect(erased[0]?.keepElsewhere).toContain("Slack keeps its copies");
});
