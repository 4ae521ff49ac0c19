/**
 * How many times as long `work` takes as sorting twenty thousand numbers, at the best of some tries of each: a
 * machine that is slow or busy is so for both.
 */
export function costOf(work: () => unknown, tries = 3): number {
  const times = Array.from({ length: tries }, () => ({ work: timeOf(work), sorting: timeOf(sorting) }));
  return Math.min(...times.map((time) => time.work)) / Math.min(...times.map((time) => time.sorting));
}

/** In an order that is always the same, and none. */
const numbers = Array.from({ length: 20_000 }, (_, index) => (index * 7_919) % 20_011);
const sorting = () => numbers.toSorted((one, other) => one - other);

function timeOf(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}
