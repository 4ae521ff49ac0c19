import { DateTime } from "luxon";

/** "Monday 09:00 (Europe/Berlin)"; with its date when that is more than six days away. */
export function momentInWords(at: number, { now, timeZone }: { now: number; timeZone: string }): string {
  const moment = DateTime.fromMillis(at, { zone: timeZone, locale: "en-GB" });
  const days = moment
    .startOf("day")
    .diff(DateTime.fromMillis(now, { zone: timeZone }).startOf("day"), "days");
  const format = days.days <= 6 ? "cccc HH:mm" : "cccc d LLLL yyyy HH:mm";
  return `${moment.toFormat(format)} (${timeZone})`;
}
