import { DateTime } from "luxon";
import type { Range } from "./range.ts";
import type { Unit } from "./report.ts";

const dayMs = 24 * 60 * 60 * 1000;
const mostDays = 93;

/** What a range is best drawn in. */
export function unitFor({ from, to }: Range): Unit {
  if (to - from <= 2 * dayMs) return "hour";
  return to - from <= mostDays * dayMs ? "day" : "week";
}

/** The range cut where the reader's hours, days or weeks begin; the first and the last may be shorter. */
export function partsOf({ from, to }: Range, unit: Unit, timeZone: string): Range[] {
  const parts: Range[] = [];
  let next = DateTime.fromMillis(from, { zone: timeZone }).startOf(unit);
  while (next.toMillis() < to) {
    const begin = Math.max(from, next.toMillis());
    next = next.plus({ [unit]: 1 }).startOf(unit);
    const end = Math.min(to, next.toMillis());
    if (end > begin) parts.push({ from: begin, to: end });
  }
  return parts;
}
