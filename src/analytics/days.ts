import type { Range } from "./report.ts";

const hourMs = 60 * 60 * 1000;

/** Which calendar day a moment belongs to where the reader is; `timeZone` as IANA names it. */
export function dayNamer(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (at) => format.format(at);
}

/** All days the range touches. Steps by the hour, so no change of the clocks can hide a day. */
export function daysOf({ from, to }: Range, dayOf: (at: number) => string): string[] {
  const days = new Set<string>();
  for (let at = from; at < to; at += hourMs) days.add(dayOf(at));
  if (to > from) days.add(dayOf(to - 1));
  return [...days];
}
