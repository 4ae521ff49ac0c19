const dayMs = 24 * 60 * 60 * 1000;

/** A range of time the reader has chosen: whole days where they are, the last one included. */
export interface Chosen {
  /** Absent for one of their own. */
  preset?: Preset | undefined;
  from: number;
  /** Not included. */
  to: number;
  site: string;
  agent: string;
}

export const presets = [
  { value: "today", label: "Today", days: 1 },
  { value: "7d", label: "7 days", days: 7 },
  { value: "30d", label: "30 days", days: 30 },
  { value: "90d", label: "90 days", days: 90 },
  { value: "365d", label: "12 months", days: 365 },
] as const;
export type Preset = (typeof presets)[number]["value"];

/** What the address says: `?range=30d` moves on with the days, `?from=…&to=…` stays. Seven days where it says nothing. */
export function chosenIn(search: string, now: number): Chosen {
  const asked = new URLSearchParams(search);
  const whose = { site: asked.get("site") ?? "", agent: asked.get("agent") ?? "" };
  const [from, to] = [Number(asked.get("from")), Number(asked.get("to"))];
  if (!asked.has("range") && from > 0 && to > from) return { from, to, ...whose };
  const preset = presets.find(({ value }) => value === asked.get("range")) ?? presets[1];
  const end = dayAfter(now, 1);
  return { preset: preset.value, from: dayAfter(end, -preset.days), to: end, ...whose };
}

/** The address of a choice. */
export function searchOf({ preset, from, to, site, agent }: Chosen): string {
  const range = preset ? { range: preset } : { from: String(from), to: String(to) };
  const search = new URLSearchParams({ ...range, ...(site && { site }), ...(agent && { agent }) });
  return `?${search}`;
}

/** What the server is asked with. */
export function scopeOf({ from, to, site, agent }: Chosen): URLSearchParams {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return new URLSearchParams({
    ...{ from: String(from), to: String(to), timeZone },
    ...(site && { site }),
    ...(agent && { agent }),
  });
}

/** Midnight, `days` days after the day a moment lies in; the clocks may change in between. */
export function dayAfter(at: number, days: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}

/** As date fields have it: 2026-03-31. */
export function asDate(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Midnight of a date; undefined while it is not whole. */
export function atDate(date: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return day === undefined ? undefined : new Date(Number(year), Number(month) - 1, Number(day)).getTime();
}

const format = new Intl.DateTimeFormat([], { day: "numeric", month: "short", year: "numeric" });
const withTime = new Intl.DateTimeFormat([], {
  ...{ day: "numeric", month: "short", year: "numeric" },
  ...{ hour: "2-digit", minute: "2-digit" },
});

/** "1 – 7 Mar 2026", "3 Mar 2026", or with the time where it is shorter than a day. */
export const dateRange = (from: number, to: number) =>
  (to - from < dayMs - 2 * 60 * 60 * 1000 ? withTime : format).formatRange(from, to - 1);
