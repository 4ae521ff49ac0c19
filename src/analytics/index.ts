import type { Log } from "../log.ts";
import { type Counting, createCounting } from "./counting.ts";
import { byHour, hourNamer } from "./hours.ts";
import {
  definitionOf,
  isHandoffMeasure,
  isRatingMeasure,
  type Measure,
  measureNames,
  promisesDue,
  rates,
  timings,
} from "./measures.ts";
import { partsOf, unitFor } from "./parts.ts";
import type { Counts, FactStore, ListRequest, Numbers, Scope, Which } from "./ports.ts";
import { before } from "./range.ts";
import type { Rate, Report } from "./report.ts";

interface Options {
  facts: FactStore;
  numbers: Numbers;
  now: () => number;
  log: Pick<Log, "error">;
}

export interface Analytics extends Pick<Counting, "catchUp" | "start" | "stop"> {
  /** `timeZone` decides where a day ends, as IANA names it. */
  report(scope: Scope, timeZone: string): Promise<Report>;
  /** The conversations that a number of the report is that of. */
  list(request: MeasuredListing): ReturnType<Numbers["list"]>;
}

export type MeasuredListing = Which & Pick<ListRequest, "scope" | "after" | "limit">;

/** A report waits so long for what is not counted yet, and then says that it is being counted. */
const patienceMs = 1_500;

/** The numbers about conversations, and which conversations they are those of. */
export function createAnalytics({ facts, numbers, now, log }: Options): Analytics {
  const counting = createCounting({ facts, now, log });

  return {
    ...counting,

    async report(scope, timeZone) {
      await soon(counting.catchUp());
      const due = promisesDue(now());
      const unit = unitFor(scope);
      const parts = partsOf(scope, unit, timeZone);
      const [current, past, series, causes, phrases, unanswered, agents, waitingNow] = await Promise.all([
        numbers.counts(scope, due),
        numbers.counts({ ...scope, ...before(scope) }, due),
        numbers.series(scope, parts),
        numbers.causes(scope, "rule"),
        numbers.causes(scope, "phrase"),
        numbers.handoffs(scope, "unanswered"),
        numbers.people(scope),
        numbers.waitingNow(scope.siteKeys),
      ]);

      return {
        ...{ from: scope.from, to: scope.to, before: before(scope) },
        figures: figuresOf(current, past),
        rates: {
          handoffRate: rateOf("handoffRate", current, past),
          promise: rateOf("promise", current, past),
          goodRatings: rateOf("goodRatings", current, past),
        },
        timings: {
          firstAnswer: {
            ...timings.firstAnswer,
            ...{ measure: "answered", now: current.firstAnswer, before: past.firstAnswer },
          },
          close: { ...timings.close, measure: "closed", now: current.close, before: past.close },
        },
        unit,
        parts: parts.map((part, index) => ({
          ...part,
          ...(series[index] ?? { conversations: 0, handedOff: 0 }),
        })),
        causes,
        phrases,
        unansweredHours: byHour(unanswered, timeZone),
        waitingNow,
        agents,
        counting: counting.progress(),
      };
    },

    async list({ measure, hour, ...request }) {
      await soon(counting.catchUp());
      const ids = hour && isHandoffMeasure(measure) ? await idsAt(request.scope, measure, hour) : undefined;
      return numbers.list({ ...request, measure, ids, promisesDue: promisesDue(now()) });
    },
  };

  async function idsAt(
    scope: Scope,
    measure: Parameters<Numbers["handoffs"]>[1],
    { weekday, hour, timeZone }: NonNullable<Which["hour"]>,
  ): Promise<string[]> {
    const hourOf = hourNamer(timeZone);
    const then = (await numbers.handoffs(scope, measure)).filter(({ at }) => {
      const began = hourOf(at);
      return began.weekday === weekday && began.hour === hour;
    });
    return [...new Set(then.map(({ conversationId }) => conversationId))];
  }
}

function figuresOf(current: Counts, past: Counts): Report["figures"] {
  const figures = measureNames.map((measure) => {
    return [
      measure,
      { measure, ...definitionOf(measure), now: countIn(current, measure), before: countIn(past, measure) },
    ];
  });
  return Object.fromEntries(figures);
}

function countIn(counts: Counts, measure: Measure): number | undefined {
  const { handoffs, ratings, conversations, resolved } = counts;
  if (measure === "conversations") return conversations;
  if (measure === "resolved") return resolved;
  return isRatingMeasure(measure) ? ratings[measure] : handoffs[measure];
}

function rateOf(name: keyof typeof rates, current: Counts, past: Counts): Rate {
  const { label, definition, part, of } = rates[name];
  const wholeOf = (counts: Counts) => of.reduce((sum, measure) => sum + (countIn(counts, measure) ?? 0), 0);
  const shareOf = (counts: Counts) => {
    const whole = wholeOf(counts);
    return whole > 0 ? (countIn(counts, part) ?? 0) / whole : undefined;
  };
  return { label, definition, part, now: shareOf(current), before: shareOf(past), of: wholeOf(current) };
}

/** A long count goes on behind the answer; its failure is logged where it was begun by the clock. */
async function soon(counted: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  counted.catch(() => {});
  await Promise.race([counted, enough]).finally(() => clearTimeout(timer));
}
