import { asItStands } from "../conversation/as-it-stands.ts";
import { awaitsPeople } from "../conversation/conversation.ts";
import { dayNamer, daysOf } from "./days.ts";
import { type History, histories, type Past } from "./histories.ts";
import { activity, firstAnswersMs, handoffs, median, wasClosed } from "./measures.ts";
import type { Range, Report } from "./report.ts";

export interface Reports {
  /** `timeZone` decides where a day ends, as IANA names it. */
  report(range: Range, timeZone: string): Promise<Report>;
}

export function createReports(past: Past): Reports {
  return {
    async report(range, timeZone) {
      const relevant: History[] = [];
      for await (const history of histories(past, range.from)) relevant.push(history);
      return { ...reportOn(relevant, range, timeZone), waitingNow: await waitingNow(past) };
    },
  };
}

/** Pure: the same histories always give the same report. Messages count as they stand. */
export function reportOn(told: History[], range: Range, timeZone: string): Omit<Report, "waitingNow"> {
  const past = told.map((history) => ({ ...history, events: asItStands(history.events) }));
  const dayOf = dayNamer(timeZone);
  const active = past.filter(({ events }) => activity(events, range).length > 0);
  const handedOff = active.filter(({ events }) => handoffs(events, range).length > 0);
  const busyDays = countedBy(active, ({ events }) => activity(events, range).map(dayOf));
  const handoffDays = countedBy(handedOff, ({ events }) =>
    handoffs(events, range).map(({ at }) => dayOf(at)),
  );

  return {
    ...range,
    conversations: active.length,
    handedOff: handedOff.length,
    handoffRate: active.length > 0 ? handedOff.length / active.length : undefined,
    closed: past.filter(({ events }) => wasClosed(events, range)).length,
    medianFirstAnswerMs: median(past.flatMap(({ events }) => firstAnswersMs(events, range))),
    reasons: [
      ...countedBy(handedOff, ({ events }) => handoffs(events, range).map(({ handoff }) => handoff.reason)),
    ]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count),
    days: daysOf(range, dayOf).map((day) => ({
      day,
      conversations: busyDays.get(day) ?? 0,
      handedOff: handoffDays.get(day) ?? 0,
    })),
  };
}

async function waitingNow({ directory }: Past): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const page = await directory.list({ status: "waiting", after, limit: 100 });
    count += page.summaries.filter(({ conversation }) => awaitsPeople(conversation)).length;
    after = page.cursor;
  } while (after !== undefined);
  return count;
}

/** How many histories have each of the names; one that has a name twice counts once. */
function countedBy(past: History[], namesIn: (history: History) => string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const history of past)
    for (const name of new Set(namesIn(history))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
