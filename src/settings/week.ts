import type { Hours } from "./hours.ts";

export type Week = Hours["week"];

/** Openings in order of the week; those that overlap or touch become one. */
export function joined(week: Week): Week {
  const result: Week = [];
  for (const opening of week.toSorted((a, b) => a.day - b.day || a.from - b.from)) {
    const last = result.at(-1);
    if (last?.day === opening.day && opening.from <= last.to) last.to = Math.max(last.to, opening.to);
    else result.push({ ...opening });
  }
  return result;
}
