import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPacer } from "../../../src/channels/slack/posts/pacer.ts";
import type { Rank } from "../../../src/channels/slack/posts/turn-order.ts";
import { NotBefore } from "../../../src/conversation/listener.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const create = () => createPacer({ now: Date.now, intervalMs: 1_000, patienceMs: 4_000 });

/** When each post of `names` went, in ms, and whoever was told to come back and when. */
function record(pacer: ReturnType<typeof create>) {
  const went: [string, number][] = [];
  const appointments: [string, number][] = [];
  const ask = async (name: string, rank: Rank): Promise<boolean> => {
    try {
      await pacer.turn(rank, name);
      went.push([name, Date.now()]);
      return true;
    } catch (error) {
      if (!(error instanceof NotBefore)) throw error;
      appointments.push([name, error.at]);
      return false;
    }
  };
  return {
    went,
    appointments,
    ask,
    /** As a lane does: comes back when it was told to, until it had its turn. */
    async insist(name: string, rank: Rank): Promise<void> {
      while (!(await ask(name, rank))) {
        const at = appointments.findLast(([whose]) => whose === name)?.[1] ?? 0;
        await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
      }
    },
  };
}

test("posts go one a second, new handoffs first, and otherwise in order", async () => {
  const { went, ask } = record(create());
  for (const name of ["a", "b", "c"]) void ask(name, "live");
  void ask("new", "root");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(went).toEqual([
    ["a", 0],
    ["new", 1_000],
    ["b", 2_000],
    ["c", 3_000],
  ]);
});

test("who would wait long gets a time of their own instead, and keeps their place", async () => {
  const { went, appointments, ask } = record(create());
  for (let number = 0; number < 10; number++) void ask(String(number), "root");
  await vi.advanceTimersByTimeAsync(5_000);
  const times = appointments.map(([, at]) => at);
  expect(new Set(times).size).toBe(5);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(3_000);
  // Somebody new does not overtake those who were sent away.
  void ask("new", "root");
  for (let number = 5; number < 10; number++) void ask(String(number), "root");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(went.map(([name]) => name)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
});

test("while a thousand new handoffs wait, agents see one a second but for the share of those who talk already", async () => {
  const { went, insist } = record(create());
  for (let number = 0; number < 1_000; number++) void insist(String(number), "root");
  await vi.advanceTimersByTimeAsync(1_000);
  const asked = [10, 100, 500].map((second) => second * 1_000);
  for (const at of asked) setTimeout(() => void insist(`said at ${at}`, "live"), at);
  await vi.advanceTimersByTimeAsync(1_010_000);
  expect(went).toHaveLength(1_003);
  for (const at of asked) {
    const [, wentAt = Number.POSITIVE_INFINITY] = went.find(([name]) => name === `said at ${at}`) ?? [];
    expect(wentAt - at).toBeLessThanOrEqual(6_000);
  }
  const roots = went.flatMap(([name]) => (/^\d+$/.test(name) ? [Number(name)] : []));
  expect(roots).toEqual(roots.toSorted((a, b) => a - b));
});

test("nobody posts while Slack asked to wait", async () => {
  const pacer = create();
  const { went, appointments, ask } = record(pacer);
  pacer.refused("live", "soon", 2_000);
  void ask("soon", "live");
  await vi.advanceTimersByTimeAsync(1_999);
  expect(went).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(went).toEqual([["soon", 2_000]]);
  pacer.refused("live", "late", 60_000);
  await ask("late", "live");
  expect(appointments).toEqual([["late", 58_000]]);
});

test("whoever waits when a long pause begins is told when to come back", async () => {
  const pacer = create();
  const { appointments, ask } = record(pacer);
  void ask("first", "root");
  void ask("second", "root");
  pacer.refused("root", "first", 30_000);
  await vi.advanceTimersByTimeAsync(0);
  expect(appointments).toEqual([["second", 29_000]]);
});

test("whoever Slack refused comes first when it takes posts again", async () => {
  const pacer = create();
  const { went, insist, ask } = record(pacer);
  await ask("refused", "live");
  for (const name of ["a", "b", "c"]) void insist(name, "live");
  pacer.refused("live", "refused", 10_000);
  setTimeout(() => void insist("refused", "live"), 9_000);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(went.slice(1).map(([name]) => name)).toEqual(["refused", "a", "b", "c"]);
});

test("whoever does not come back loses their place, and nobody waits for them", async () => {
  const { went, ask, insist } = record(create());
  for (let number = 0; number < 30; number++) void ask(String(number), "root");
  await vi.advanceTimersByTimeAsync(200_000);
  void insist("new", "root");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(went.at(-1)).toEqual(["new", 200_000]);
});

test("whatever mixture waits, every rank has at least each fourth post while it has one to make", async () => {
  const someone = fc.record({
    rank: fc.constantFrom<Rank>("root", "live", "history"),
    at: fc.nat({ max: 60_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(someone, { minLength: 1, maxLength: 60 }), async (all) => {
      vi.setSystemTime(0);
      const { went, insist } = record(create());
      for (const [index, { rank, at }] of all.entries())
        setTimeout(() => void insist(`${rank} ${index}`, rank), at);
      await vi.advanceTimersByTimeAsync(400_000);

      expect(went).toHaveLength(all.length);
      for (const [index, { rank, at }] of all.entries()) {
        const [, wentAt = Number.POSITIVE_INFINITY] =
          went.find(([name]) => name === `${rank} ${index}`) ?? [];
        const before = went.filter(
          ([name, time]) => name.startsWith(rank) && time >= at && time < wentAt,
        ).length;
        // At most four posts for each of those before it, and the time it takes to come back.
        expect(wentAt - at).toBeLessThanOrEqual((before + 1) * 4_000 + 5_000);
      }
      for (const [index, [, at]] of went.entries())
        if (index > 0) expect(at - (went[index - 1]?.[1] ?? 0)).toBeGreaterThanOrEqual(1_000);
    }),
    { numRuns: 40 },
  );
});
