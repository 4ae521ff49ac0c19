import { NotUnderstood } from "./not-understood.ts";
import { type TypedTime, timeOfDayFrom } from "./time-of-day.ts";

/** In minutes since midnight. `to` before `from` is on the next day. */
export interface Span {
  from: number;
  to: number;
}

const noon = 12 * 60;
const wholeDay = 24 * 60;

/** "9:00-17:30", "9am-5pm", "1-5pm", "22:00-2:00". `part` is what it stands in, for the error. */
export function spanFrom(token: string, part: string): Span {
  const [opens, closes, ...more] = token.split("-").map(timeOfDayFrom);
  if (!opens || !closes || more.length > 0) {
    const where = token === part ? "" : ` in “${part}”`;
    throw new NotUnderstood(
      `“${token}”${where} is not understood. Write hours such as Mon-Fri 9:00-17:30, Sat 10-14.`,
    );
  }
  const from = opensAt(opens, closes);
  const to = closesAt(opens, closes);
  if (to === from || from === wholeDay) throw new NotUnderstood(`“${token}” is no time at all.`);
  if (to < from && opens.isBare && closes.isBare && from <= noon)
    throw new NotUnderstood(
      `“${token}” closes before it opens. Write ${from / 60}am-${to / 60}pm if you mean that.`,
    );
  return { from, to };
}

/** In "1-5pm" both are in the afternoon, in "9-5pm" only the end is. */
function opensAt({ minutes, half }: TypedTime, closes: TypedTime): number {
  const isAfternoon = !half && closes.half === "pm" && minutes < noon && minutes + noon < closes.minutes;
  return isAfternoon ? minutes + noon : minutes;
}

/** In "9am-5" the end is in the afternoon; midnight as an end is the end of the day. */
function closesAt(opens: TypedTime, { minutes, half, isBare }: TypedTime): number {
  if (minutes === 0) return wholeDay;
  const isAfternoon =
    opens.half !== undefined && !half && isBare && minutes < noon && minutes <= opens.minutes;
  return isAfternoon ? minutes + noon : minutes;
}
