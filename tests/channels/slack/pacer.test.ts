import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPacer } from "../../../src/channels/slack/posts/pacer.ts";
import { NotBefore } from "../../../src/conversation/ports.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const create = () => createPacer({ now: Date.now, intervalMs: 1_000, patienceMs: 4_000 });

/** When each post of `names` went, in ms, or when it shall come back. */
function record(pacer: ReturnType<typeof create>) {
  const went: [string, number][] = [];
  const appointments: [string, number][] = [];
  return {
    went,
    appointments,
    ask: (name: string, rank: "root" | "reply") =>
      pacer.turn(rank).then(
        () => void went.push([name, Date.now()]),
        (error: unknown) => {
          if (!(error instanceof NotBefore)) throw error;
          appointments.push([name, error.at]);
        },
      ),
  };
}

test("posts go one a second, new handoffs first, and otherwise in order", async () => {
  const { went, ask } = record(create());
  for (const name of ["a", "b", "c"]) void ask(name, "reply");
  void ask("new", "root");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(went).toEqual([
    ["a", 0],
    ["new", 1_000],
    ["b", 2_000],
    ["c", 3_000],
  ]);
});

test("who would wait long gets a time of their own instead", async () => {
  const { went, appointments, ask } = record(create());
  for (let number = 0; number < 10; number++) void ask(String(number), "root");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(went.map(([name]) => name)).toEqual(["0", "1", "2", "3", "4"]);
  const times = appointments.map(([, at]) => at);
  expect(new Set(times).size).toBe(5);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(5_000);
});

test("a thousand new handoffs come back one a second, and chatter after them", async () => {
  const pacer = create();
  const { appointments, ask } = record(pacer);
  for (let number = 0; number < 1_000; number++) void ask(String(number), "root");
  await vi.advanceTimersByTimeAsync(0);
  void ask("chatter", "reply");
  await vi.advanceTimersByTimeAsync(0);
  const times = appointments.map(([, at]) => at);
  expect(times.at(-2)).toBeLessThanOrEqual(1_000_000);
  expect(new Set(times).size).toBe(times.length);
  expect(appointments.at(-1)?.[0]).toBe("chatter");
});

test("nobody posts while Slack asked to wait", async () => {
  const pacer = create();
  const { went, appointments, ask } = record(pacer);
  pacer.pauseUntil(2_000);
  void ask("soon", "reply");
  await vi.advanceTimersByTimeAsync(1_999);
  expect(went).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(went).toEqual([["soon", 2_000]]);
  pacer.pauseUntil(60_000);
  await ask("late", "reply");
  expect(appointments).toEqual([["late", 60_000]]);
});

test("a post that is overtaken again and again is not kept waiting without end", async () => {
  const { appointments, ask } = record(create());
  for (let number = 0; number < 3; number++) void ask("root", "root");
  void ask("patient", "reply");
  const more = setInterval(() => void ask("root", "root"), 1_000);
  await vi.advanceTimersByTimeAsync(20_000);
  clearInterval(more);
  expect(appointments.map(([name]) => name)).toContain("patient");
});
