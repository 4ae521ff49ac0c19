import { NotUnderstood } from "./not-understood.ts";
import { type Span, spanFrom } from "./span-from.ts";
import { joined, type Week } from "./week.ts";
import { weekDayFrom } from "./week-day.ts";

const wholeDay = 24 * 60;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/**
 * Office hours as people type them: "Mon-Fri 9:00-17:30, Sat 10-14", "weekdays 9am–5pm", "daily 8-20", "24/7". Times
 * without a day belong to the days before them, or to every day. Nights go on into the next day. `problem` is for who
 * typed it.
 */
export function hoursFrom(text: string): { week: Week } | { problem: string } {
  const typed = simplified(text);
  if (typed === "" || typed === "24/7" || typed === "always") return { week: [] };

  try {
    const week = joined(openingsIn(typed.split(/[,;]/).map((part) => part.trim())));
    if (week.length === 0) throw new NotUnderstood("With these hours nobody is ever there. Name some.");
    return { week };
  } catch (error) {
    if (error instanceof NotUnderstood) return { problem: error.message };
    throw error;
  }
}

/** One way of writing what has several: small letters, "-" for all that means "to", commas for "and". */
const simplified = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/\n|\band\b|\bund\b|&|\+/g, ",")
    .replaceAll(/[‐-―−]|\b(?:to|through|thru|until|till|til|bis)\b/g, "-")
    .replaceAll(/\bevery ?day\b/g, "daily")
    .replaceAll(/\b24 ?h(?:ours?)?\b|\ball day\b/g, "0-24")
    .replaceAll(/(\d)\s+(?=[ap]\.?m\b)/g, "$1")
    .replaceAll(/\s*-\s*/g, "-")
    .replaceAll(/\s+/g, " ");

function openingsIn(parts: string[]): Week {
  const week: Week = [];
  let waiting: { days: number[]; part: string } | undefined;
  let last = everyDay;

  for (const part of parts.filter(Boolean)) {
    const { days, spans, isClosed } = tokensIn(part);
    const all = [...(waiting?.days ?? []), ...days];
    waiting = spans.length === 0 && !isClosed ? { days: all, part } : undefined;
    if (waiting) continue;
    if (all.length > 0) last = all;
    week.push(...last.flatMap((day) => spans.flatMap((span) => openingsOn(day, span))));
  }
  if (waiting) throw new NotUnderstood(`“${waiting.part}” has no times. Write ${waiting.part} 9:00-17:00.`);
  return week;
}

function tokensIn(part: string): { days: number[]; spans: Span[]; isClosed: boolean } {
  const days: number[] = [];
  const spans: Span[] = [];
  let isClosed = false;
  for (const token of part.split(/[\s/]+/).map((token) => token.replace(/:$/, ""))) {
    const named = daysFrom(token);
    if (named) days.push(...named);
    else if (token === "closed") isClosed = true;
    else spans.push(spanFrom(token, part));
  }
  return { days, spans, isClosed };
}

function daysFrom(token: string): number[] | undefined {
  if (token === "daily") return everyDay;
  if (/^weekdays?$/.test(token)) return everyDay.slice(0, 5);
  if (/^weekends?$/.test(token)) return everyDay.slice(5);

  const [first, last, ...more] = token.split("-").map(weekDayFrom);
  if (!first || more.length > 0) return undefined;
  if (!token.includes("-")) return [first];
  if (!last) return undefined;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ((first + index - 1) % 7) + 1);
}

function openingsOn(day: number, { from, to }: Span): Week {
  if (from < to) return [{ day, from, to }];
  return [
    { day, from, to: wholeDay },
    { day: (day % 7) + 1, from: 0, to },
  ];
}
