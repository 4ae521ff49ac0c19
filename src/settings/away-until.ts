import { DateTime } from "luxon";
import { maxAway } from "./schema.ts";
import { timeOfDayFrom } from "./time-of-day.ts";
import { weekDayFrom } from "./week-day.ts";

interface Here {
  now: number;
  /** The team's, as IANA names it. */
  timeZone: string;
}

const hint = "Write 2h, 30m, tomorrow, 17:00, Monday 9:00 or 2026-12-01, or nothing.";

/**
 * Until when somebody says the team is away: "2h", "1h 30m", "3 days", "tomorrow", "17:00", "monday 9:00",
 * "2026-12-01 9:00". A day without a time ends it with the day's beginning. Nothing: until somebody comes back.
 */
export function awayUntilFrom(text: string, here: Here): { until: number } | { problem: string } {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^(?:until|till|for|in|bis)\b\s*/, "");
  if (typed === "") return { until: maxAway };

  const until = afterDuration(typed, here) ?? atMoment(typed, here);
  if (until === undefined) return { problem: `“${text.trim()}” is not understood. ${hint}` };
  if (until <= here.now) return { problem: `“${text.trim()}” is over already. ${hint}` };
  if (until > DateTime.fromMillis(here.now).plus({ years: 1 }).toMillis())
    return { problem: "That is more than a year. Leave the time out to be away until somebody comes back." };
  return { until };
}

const units: Record<string, number> = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 };

function afterDuration(typed: string, { now }: Here): number | undefined {
  const whole =
    /^(?:\d{1,4}(?:\.\d)?\s*(?:m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:eeks?)?)\s*)+$/.test(typed);
  if (!whole) return undefined;
  const minutes = [...typed.matchAll(/([\d.]+)\s*([mhdw])/g)]
    .map(([, count, unit]) => Number(count) * (units[unit ?? ""] ?? 0))
    .reduce((sum, part) => sum + part, 0);
  return now + Math.round(minutes * 60_000);
}

function atMoment(typed: string, { now, timeZone }: Here): number | undefined {
  const today = DateTime.fromMillis(now, { zone: timeZone }).startOf("day");
  const alone = timeOn(today, typed);
  // "17" alone may as well be minutes or hours.
  if (alone && !/^\d+$/.test(typed))
    return (alone.toMillis() > now ? alone : alone.plus({ days: 1 })).toMillis();

  const [first = "", ...rest] = typed.replaceAll(/\s+at\s+|,\s*|t(?=\d{2}:)/g, " ").split(/\s+/);
  const day = dayFrom(first, today);
  const time = rest.length === 0 ? day : day && timeOn(day, rest.join(""));
  if (!time) return undefined;
  const isPastToday = weekDayFrom(first) !== undefined && time.toMillis() <= now;
  return (isPastToday ? time.plus({ weeks: 1 }) : time).toMillis();
}

function dayFrom(word: string, today: DateTime): DateTime | undefined {
  if (word === "today") return today;
  if (word === "tomorrow") return today.plus({ days: 1 });
  const weekDay = weekDayFrom(word);
  if (weekDay) return today.plus({ days: (weekDay - today.weekday + 7) % 7 });
  const date = /^\d{4}-\d{2}-\d{2}$/.test(word) ? DateTime.fromISO(word, { zone: today.zone }) : undefined;
  return date?.isValid ? date : undefined;
}

function timeOn(day: DateTime, typed: string): DateTime | undefined {
  const time = timeOfDayFrom(typed);
  return time && day.set({ hour: Math.floor(time.minutes / 60), minute: time.minutes % 60 });
}
