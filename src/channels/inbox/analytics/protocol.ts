import { z } from "zod";
import type { Report } from "../../../analytics/report.ts";

export const ReportQuery = z
  .object({
    from: z.coerce.number().int().min(0),
    to: z.coerce.number().int().min(0),
    timeZone: z.string().max(60).refine(isTimeZone, "There is no such time zone.").default("UTC"),
  })
  .refine(({ from, to }) => to > from && to - from <= 400 * 24 * 60 * 60 * 1000, "At most 400 days.");

export type { Report };

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
