import { DateTime } from "luxon";
import { quarterMs, quarterOf } from "./range.ts";

/** The hour of the week a moment lies in where the reader is: Monday is 1. */
export interface Hour {
  weekday: number;
  hour: number;
}

/** Remembers each quarter hour, because there are at most 35,000 in a year however many moments are asked for. */
export function hourNamer(timeZone: string): (at: number) => Hour {
  const known = new Map<number, Hour>();
  return (at) => {
    const quarter = quarterOf(at);
    const before = known.get(quarter);
    if (before) return before;
    const { weekday, hour } = DateTime.fromMillis(quarter * quarterMs, { zone: timeZone });
    known.set(quarter, { weekday, hour });
    return { weekday, hour };
  };
}

/** In how many conversations something happened in each hour of the week; hours without are left out. */
export function byHour(
  happened: readonly { conversationId: string; at: number }[],
  timeZone: string,
): (Hour & { conversations: number })[] {
  const hourOf = hourNamer(timeZone);
  const cells = new Map<string, Hour & { ids: Set<string> }>();
  for (const { conversationId, at } of happened) {
    const { weekday, hour } = hourOf(at);
    const key = `${weekday}/${hour}`;
    const cell = cells.get(key) ?? { weekday, hour, ids: new Set() };
    cell.ids.add(conversationId);
    cells.set(key, cell);
  }
  return [...cells.values()]
    .map(({ weekday, hour, ids }) => ({ weekday, hour, conversations: ids.size }))
    .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}
