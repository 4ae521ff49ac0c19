const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long, in one unit: "now", "3 min", "2 h", "5 d". */
export function lasting(ms: number): string {
  if (ms < minuteMs) return "now";
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms < 2 * dayMs) return `${Math.floor(ms / hourMs)} h`;
  return `${Math.floor(ms / dayMs)} d`;
}

/** How long, to the second where seconds count: "8 s", "2 min 5 s", "1 h 10 min". */
export function lastingExactly(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const [whole, unit, rest, smaller] =
    seconds < 3600
      ? ([Math.floor(seconds / 60), "min", seconds % 60, "s"] as const)
      : ([Math.floor(seconds / 3600), "h", Math.floor((seconds % 3600) / 60), "min"] as const);
  return rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${smaller}`;
}

/** As a list shows it: the time today, the day this week, else the date. */
export function shortly(at: number, now: number): string {
  if (dayOf(at) === dayOf(now)) return timeOf(at);
  if (now - at < 6 * dayMs) return new Date(at).toLocaleDateString([], { weekday: "short" });
  return new Date(at).toLocaleDateString([], { day: "numeric", month: "short", ...yearUnlessThis(at, now) });
}

export const timeOf = (at: number) =>
  new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

export const dayOf = (at: number) => new Date(at).toDateString();

/** Above the first message of a day: "Today", "Yesterday", "Monday, 2 March", with its year unless it is this one. */
export function dayInWords(at: number, now: number): string {
  if (dayOf(at) === dayOf(now)) return "Today";
  if (dayOf(at) === dayOf(now - dayMs)) return "Yesterday";
  const year = yearUnlessThis(at, now);
  return new Date(at).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long", ...year });
}

const yearUnlessThis = (at: number, now: number): Intl.DateTimeFormatOptions =>
  new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" };

/** "2 Mar 2026, 10:00:07", for whoever must know which of two things came first. */
export const toTheSecond = (at: number) =>
  new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "medium" });

export const exactly = (at: number) =>
  new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
