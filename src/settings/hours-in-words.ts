import { timeOfDayInWords } from "./time-of-day.ts";
import { joined, type Week } from "./week.ts";

const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "Mon-Fri 9:00-12:00, 13:00-17:30, Sat 10:00-14:00"; `hoursFrom` reads it back. */
export function hoursInWords(week: Week): string {
  if (week.length === 0) return "24/7";
  const openings = joined(week);
  const times = names.map((_, index) =>
    openings
      .filter(({ day }) => day === index + 1)
      .map(({ from, to }) => `${timeOfDayInWords(from)}-${timeOfDayInWords(to)}`)
      .join(", "),
  );
  return runsOf(times)
    .filter(({ times }) => times)
    .map(({ first, last, times }) => `${daysInWords(first, last)} ${times}`)
    .join(", ");
}

interface Run {
  first: number;
  last: number;
  times: string;
}

/** Days after one another with the same times. */
function runsOf(times: string[]): Run[] {
  const runs: Run[] = [];
  for (const [day, ofDay] of times.entries()) {
    const run = runs.at(-1);
    if (run?.times === ofDay) run.last = day;
    else runs.push({ first: day, last: day, times: ofDay });
  }
  return runs;
}

function daysInWords(first: number, last: number): string {
  if (first === 0 && last === 6) return "Daily";
  return first === last ? `${names[first]}` : `${names[first]}-${names[last]}`;
}
