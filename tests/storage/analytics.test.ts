import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createAnalytics } from "../../src/analytics/index.ts";
import { measureNames } from "../../src/analytics/measures.ts";
import { quarterMs } from "../../src/analytics/range.ts";
import type { Told } from "../../src/conversation/archive.ts";
import { begun } from "../../src/conversation/conversation.ts";
import { anyLife, type Step } from "../analytics/support/any-life.ts";
import { minute } from "../analytics/support/history.ts";
import { naive, naiveTimes } from "../analytics/support/naive.ts";
import { type Bench, onEachDatabase } from "./on-each-database.ts";

const log = { error: () => {} };

onEachDatabase("reports", (bench) => {
  const begin = Math.ceil(1_800_000_000_000 / quarterMs) * quarterMs;

  test("say what reading the whole log by hand says, and each number lists its conversations", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLife, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 900 }),
        fc.constantFrom(undefined, "a", "b"),
        async (lives, skipped, length, agentId) => {
          const site = randomUUID();
          const past: Told[] = [];
          for (const life of lives) past.push(await live(bench, life, { site, from: begin }));
          const now = bench.clock.at;
          const analytics = createAnalytics({ ...bench.storage, now: () => now, log });
          await analytics.catchUp();

          const from = begin + skipped * quarterMs;
          const range = { from, to: from + length * quarterMs };
          const scope = { ...range, siteKeys: [site], agentId };
          const expected = naive(past, { ...range, now, agentId });
          const report = await analytics.report(scope, "UTC");
          for (const measure of measureNames) {
            if (agentId !== undefined && measure === "resolved") continue;
            expect([measure, report.figures[measure].now]).toEqual([measure, expected[measure].size]);
            const { summaries, total } = await analytics.list({ scope, measure });
            expect(new Set(summaries.map(({ conversation }) => conversation.id))).toEqual(expected[measure]);
            expect(total).toBe(expected[measure].size);
          }
          if (agentId !== undefined) return;
          const sum = (values: number[]) => values.reduce((all, each) => all + each, 0);
          expect(sum(report.parts.map(({ handedOff }) => handedOff))).toBeGreaterThanOrEqual(
            expected.handedOff.size,
          );
          for (const part of report.parts) {
            const then = naive(past, { ...part, now });
            expect(part).toMatchObject({
              conversations: then.conversations.size,
              handedOff: then.handedOff.size,
            });
          }
          for (const { weekday, hour, conversations } of report.unansweredHours) {
            const cell = { weekday, hour, timeZone: "UTC" };
            const { total } = await analytics.list({ scope, measure: "unanswered", hour: cell });
            expect(total).toBe(conversations);
          }
          for (const { conversations, ...cause } of [...report.causes, ...report.phrases]) {
            const { notNeeded: _, ...which } = cause;
            const { total } = await analytics.list({ scope, measure: "handedOff", cause: which });
            expect(total).toBe(conversations);
          }
          for (const [timing, until] of [
            [report.timings.firstAnswer, "answer"],
            [report.timings.close, "close"],
          ] as const) {
            const times = naiveTimes(past, range, until);
            const rank = (percent: number) => times[Math.ceil((percent / 100) * times.length) - 1];
            expect(timing.now).toEqual({ p50: rank(50), p90: rank(90) });
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  test("follow what happens later, and hold nothing twice after a restart or on another node", async () => {
    const site = randomUUID();
    const steps = [handOff(0)];
    const told = await live(bench, steps, { site, from: begin });
    const analyticsOf = () => createAnalytics({ ...bench.storage, now: () => bench.clock.at, log });
    const scope = { from: begin, to: begin + 96 * quarterMs, siteKeys: [site] };
    const counts = async (analytics = analyticsOf()) => {
      await analytics.catchUp();
      const { figures } = await analytics.report(scope, "UTC");
      return [figures.handedOff.now, figures.stillWaiting.now, figures.answered.now];
    };
    const analytics = analyticsOf();
    expect(await counts(analytics)).toEqual([1, 1, 0]);
    await more(bench, told, answerStep(3));
    expect(await counts(analytics)).toEqual([1, 0, 1]);
    await bench.restart();
    expect(await counts()).toEqual([1, 0, 1]);
    const other = await bench.otherNode();
    if (other)
      expect(await counts(createAnalytics({ ...other, now: () => bench.clock.at, log }))).toEqual([1, 0, 1]);
  });

  test("are the same after what they are made of was emptied", async () => {
    const site = randomUUID();
    for (let count = 0; count < 120; count++) await live(bench, [handOff(count)], { site, from: begin });
    const scope = { from: begin, to: begin + 96 * quarterMs, siteKeys: [site] };
    const handedOff = async () => {
      const analytics = createAnalytics({ ...bench.storage, now: () => bench.clock.at, log });
      await analytics.catchUp();
      return (await analytics.report(scope, "UTC")).figures.handedOff.now;
    };
    expect(await handedOff()).toBe(120);
    for (const table of ["Counted", "Stretch", "Activity", "Rated"])
      await bench.sql(`DELETE FROM "${table}"`);
    expect(await handedOff()).toBe(120);
  });

  test("list in pages, each conversation once", async () => {
    const site = randomUUID();
    for (let count = 0; count < 7; count++) await live(bench, [handOff(count)], { site, from: begin });
    const analytics = createAnalytics({ ...bench.storage, now: () => bench.clock.at, log });
    await analytics.catchUp();
    const scope = { from: begin, to: begin + 96 * quarterMs, siteKeys: [site] };
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await analytics.list({ scope, measure: "handedOff", after, limit: 3 });
      ids.push(...page.summaries.map(({ conversation }) => conversation.id));
      after = page.cursor;
    } while (after);
    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
  });

  test("hold no test visitor, and nothing where no site is allowed", async () => {
    const site = randomUUID();
    await live(bench, [handOff(0)], { site, from: begin, visitorId: `test-${randomUUID()}` });
    await live(bench, [handOff(0)], { site, from: begin });
    const analytics = createAnalytics({ ...bench.storage, now: () => bench.clock.at, log });
    await analytics.catchUp();
    const range = { from: begin, to: begin + 96 * quarterMs };
    const handedOff = async (siteKeys: string[]) =>
      (await analytics.report({ ...range, siteKeys }, "UTC")).figures.handedOff.now;
    expect(await handedOff([site])).toBe(1);
    expect(await handedOff([])).toBe(0);
  });
});

const handOff = (minutes: number): Step => ({
  minutes,
  happenings: [
    {
      type: "conversation.handedOff",
      handoff: { by: "button", reason: "Asked for a person", at: 0 },
      sentence: "We are away.",
    },
  ],
});
const answerStep = (minutes: number): Step => ({
  minutes,
  happenings: [
    {
      type: "message.posted",
      message: { id: randomUUID(), author: { kind: "agent", id: "a", name: "Ana" }, text: "Hi", note: false },
    },
  ],
});

interface Where {
  site: string;
  from: number;
  visitorId?: string;
}

/** Records a life step by step, at its times. */
async function live(
  bench: Bench,
  steps: Step[],
  { site, from, visitorId = randomUUID() }: Where,
): Promise<Told> {
  let at = from;
  const conversation = begun({
    id: randomUUID(),
    siteKey: site,
    visitor: { id: visitorId },
    createdAt: from,
  });
  const told: Told = { conversation, events: [] };
  for (const step of steps) {
    at += step.minutes * minute;
    bench.clock.at = at;
    await record(bench, told, step);
  }
  return told;
}

async function more(bench: Bench, told: Told, step: Step): Promise<void> {
  bench.clock.at += step.minutes * minute;
  await record(bench, told, step);
}

async function record(bench: Bench, told: Told, { happenings }: Step): Promise<void> {
  const source = { via: "test", externalId: randomUUID() };
  const { store } = bench.storage;
  const recorded = await store.record({ conversation: told.conversation, happenings, source, lanes: [] });
  if (recorded.conversation) told.conversation = recorded.conversation;
  told.events.push(...recorded.events);
}
