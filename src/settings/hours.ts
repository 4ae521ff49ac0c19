import { z } from "zod";

const minutesOfDay = 24 * 60;

/** One opening of a week day, in minutes since midnight; `to` may be 1440. */
const Opening = z
  .object({
    /** 1 is Monday, 7 is Sunday. */
    day: z.number().int().min(1).max(7),
    from: z
      .number()
      .int()
      .min(0)
      .max(minutesOfDay - 1),
    to: z.number().int().min(1).max(minutesOfDay),
  })
  .refine(({ from, to }) => from < to, "Opening comes before closing.");

/** When people answer, in the time zone of the team. */
export const Hours = z.object({
  /** An IANA name such as Europe/Berlin. */
  timeZone: z.string().refine(isTimeZone, {
    error: (issue) => `There is no time zone “${issue.input}”. Write one such as Europe/Berlin.`,
  }),
  /** Empty: always open. */
  week: z.array(Opening).max(50, "At most 50 openings a week."),
  /** Days without anybody, as 2026-12-25. */
  holidays: z.array(z.iso.date("Write a day such as 2026-12-25.")).max(200, "At most 200 holidays."),
});
export type Hours = z.infer<typeof Hours>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
