import { DateTime } from "luxon";
import { z } from "zod";

const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, "Write a time such as 22:00.");

/** When nobody is to be disturbed: from "22:00" to "07:00", in the team's time zone. Empty: never. */
export const QuietHours = z
  .object({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => (from === "") === (to === ""), "Quiet hours need a beginning and an end.")
  .refine(({ from, to }) => from === "" || from !== to, "Quiet hours end at another time than they begin.");
export type QuietHours = z.infer<typeof QuietHours>;

/** When somebody may next be disturbed, in ms since 1970; `now` when it is not quiet. */
export function afterQuietHours({ from, to }: QuietHours, timeZone: string, now: number): number {
  if (!from) return now;
  const at = DateTime.fromMillis(now, { zone: timeZone });
  const time = at.toFormat("HH:mm");
  const isQuiet = from > to ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return now;

  const [hour = 0, minute = 0] = to.split(":").map(Number);
  const end = at.set({ hour, minute, second: 0, millisecond: 0 });
  return (end <= at ? end.plus({ days: 1 }) : end).toMillis();
}
