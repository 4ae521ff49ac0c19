import { DateTime } from "luxon";
import type { Hours } from "./hours.ts";
import { joined } from "./week.ts";

/** A stretch in which people answer, in ms since 1970; `to` is the first moment without them. */
export interface Stretch {
  from: number;
  to: number;
}

/** The stretch of opening `now` lies in, by the clock on the team's wall; `to` is the end of the day at the latest. */
export const openingAt = (hours: Hours, now: number): Stretch | undefined =>
  openingsOn(hours, dayOf(hours, now)).find(({ from, to }) => from <= now && now < to);

/** The first moment from `start` to `limit` at which people answer; `start` itself when they do then. */
export function nextOpening(hours: Hours, start: number, limit: number): number | undefined {
  for (let day: DateTime = dayOf(hours, start); day.toMillis() <= limit; day = after(day)) {
    const next = openingsOn(hours, day).find(({ to }) => to > start);
    if (next) return next.from <= limit ? Math.max(next.from, start) : undefined;
  }
  return undefined;
}

export const isHoliday = (hours: Hours, now: number): boolean =>
  hours.holidays.includes(dayOf(hours, now).toISODate() ?? "");

const dayOf = ({ timeZone }: Hours, at: number) => DateTime.fromMillis(at, { zone: timeZone }).startOf("day");

/** Where clocks change at midnight, a day begins at one. */
const after = (day: DateTime) => day.plus({ days: 1 }).startOf("day");

/** An opening in the hour that a change of the clocks leaves out is later by as much. */
function openingsOn({ week, holidays }: Hours, day: DateTime): Stretch[] {
  if (holidays.includes(day.toISODate() ?? "")) return [];
  if (week.length === 0) return [{ from: day.toMillis(), to: after(day).toMillis() }];
  return joined(week)
    .filter(({ day: weekDay }) => weekDay === day.weekday)
    .map(({ from, to }) => ({ from: momentOn(day, from), to: momentOn(day, to) }))
    .filter(({ from, to }) => from < to);
}

function momentOn(day: DateTime, minutes: number): number {
  if (minutes === 24 * 60) return after(day).toMillis();
  return day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
}
