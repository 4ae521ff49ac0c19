import { DateTime } from "luxon";
import { z } from "zod";

const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, "Write a time such as 22:00.");

const span = z.object({ from: timeOfDay, to: timeOfDay });
type Span = z.infer<typeof span>;

/** When nobody is to be disturbed: from "22:00" to "07:00", in the team's time zone. Empty: never. */
export const QuietHours = checked(span);
export type QuietHours = z.infer<typeof QuietHours>;

/** Those of one address or number, which count instead of everybody's; empty: never quiet. */
export const PersonalQuietHours = z
  .array(
    checked(
      span.extend({
        recipient: z
          .string()
          .trim()
          .toLowerCase()
          .max(254)
          .regex(/^(\S+@\S+|\+\d{6,15})$/, "Name an address, or a number such as +14155550123."),
      }),
    ),
  )
  .max(100, "At most 100 people.")
  .refine(isOfEachOnce, "Name everybody once.");
export type PersonalQuietHours = z.infer<typeof PersonalQuietHours>;

interface Quiet {
  quietHours: QuietHours;
  personalQuietHours: PersonalQuietHours;
}

/** When this address or number is not to be disturbed. */
export const quietHoursOf = (recipient: string, { quietHours, personalQuietHours }: Quiet): QuietHours =>
  personalQuietHours.find((one) => one.recipient === recipient) ?? quietHours;

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

function checked<Shape extends z.ZodType<Span>>(shape: Shape) {
  return shape
    .refine(({ from, to }) => (from === "") === (to === ""), "Quiet hours need a beginning and an end.")
    .refine(({ from, to }) => from === "" || from !== to, "Quiet hours end at another time than they begin.");
}

function isOfEachOnce(all: readonly { recipient: string }[]): boolean {
  return new Set(all.map(({ recipient }) => recipient)).size === all.length;
}
