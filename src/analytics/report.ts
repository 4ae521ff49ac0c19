import type { Measure } from "./measures.ts";
import type { CauseCount, Percentiles } from "./ports.ts";
import type { Range } from "./range.ts";

interface Defined {
  label: string;
  /** One sentence. */
  definition: string;
}

/** A number of conversations, and the one of the same time before; undefined where it cannot be told. */
export interface Figure extends Defined {
  measure: Measure;
  now: number | undefined;
  before: number | undefined;
}

/** 0 to 1; undefined where there is nothing to have a share of. */
export interface Rate extends Defined {
  /** What the number leads to. */
  part: Measure;
  now: number | undefined;
  before: number | undefined;
  /** Of how many conversations. */
  of: number;
}

export interface Timing extends Defined {
  measure: Measure;
  now: Percentiles;
  before: Percentiles;
}

/** What the team reads about a range of time. */
export interface Report extends Range {
  before: Range;
  figures: Record<Measure, Figure>;
  rates: { handoffRate: Rate; promise: Rate; goodRatings: Rate };
  timings: { firstAnswer: Timing; close: Timing };
  /** The range in hours, days or weeks as the reader's clock has them, the oldest first. */
  unit: Unit;
  parts: (Range & { conversations: number; handedOff: number })[];
  causes: CauseCount[];
  phrases: CauseCount[];
  /** When handoffs began that nobody answered: Monday is 1, the hours are the reader's. Hours without any are left out. */
  unansweredHours: { weekday: number; hour: number; conversations: number }[];
  /** Now, whatever the range. */
  waitingNow: number;
  /** Who answered or claimed in the range. */
  agents: { id: string; name: string }[];
  /** Numbers are still being counted: so many conversations are. */
  counting: { counted: number; total: number } | undefined;
}

export type Unit = "hour" | "day" | "week";
