import { z } from "zod";
import type { Measure } from "../../../analytics/measures.ts";
import { measureNames } from "../../../analytics/measures.ts";
import type { CauseCount } from "../../../analytics/ports.ts";
import { quarterMs } from "../../../analytics/range.ts";
import type { Figure, Rate, Report as Reported, Timing } from "../../../analytics/report.ts";
import type { ListedPage } from "../conversations/protocol.ts";

const longestMs = 400 * 24 * 60 * 60 * 1000;

const moment = z.coerce.number().int().min(0).max(8e15);
/** Ranges are widened to whole quarter hours: days begin at one everywhere. */
const begin = moment.transform((at) => Math.floor(at / quarterMs) * quarterMs);
const end = moment.transform((at) => Math.ceil(at / quarterMs) * quarterMs);

const timeZone = z.string().max(60).refine(isTimeZone, "There is no such time zone.").default("UTC");
const name = z.string().min(1).max(200).optional();

/** From `from` up to, not including, `to` (ms since 1970); of one site or agent where it is named. */
const scope = { from: begin, to: end, site: name, agent: name };

const isRange = ({ from, to }: { from: number; to: number }) => to > from && to - from <= longestMs;
const rangeProblem = "The range must end after it begins, and have at most 400 days.";

/** `GET /api/analytics` */
export const ReportQuery = z.object({ ...scope, timeZone }).refine(isRange, rangeProblem);
export type ReportQuery = z.infer<typeof ReportQuery>;

/**
 * `GET /api/analytics/conversations`: those that a number of the report is that of. `cause`, `rule` and `phrase` say what
 * made people part of them; `weekday` (1 is Monday) and `hour` when, on the clocks of `timeZone`.
 */
export const MeasuredQuery = z
  .object({
    ...{ ...scope, timeZone },
    measure: z.enum(measureNames as [Measure, ...Measure[]]),
    cause: z.enum(["button", "rule", "model", "failure", "agent"]).optional(),
    rule: name,
    phrase: name,
    weekday: z.coerce.number().int().min(1).max(7).optional(),
    hour: z.coerce.number().int().min(0).max(23).optional(),
    after: z.string().max(500).optional(),
  })
  .refine(isRange, rangeProblem);
export type MeasuredQuery = z.infer<typeof MeasuredQuery>;

/** `GET /api/export.csv`, `/api/export.jsonl`: everything, one `conversation`, or what was active in a range. */
export const ExportQuery = z.object({
  conversation: z.string().max(100).optional(),
  from: begin.optional(),
  to: end.optional(),
  site: name,
  agent: name,
  /** `1`: with what the team wrote for itself. */
  notes: z.enum(["0", "1"]).default("0"),
  /** Whatever it is: as it was said, with what is masked. */
  unmasked: z.string().optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

/** `total` is how many there are on all pages; `label` and `definition` are the number's. */
export interface MeasuredPage extends ListedPage {
  total: number;
  label: string;
  definition: string;
}

export interface Report extends Reported {
  sites: { key: string; name: string }[];
}
export type { CauseCount, Figure, Measure, Rate, Timing };

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
