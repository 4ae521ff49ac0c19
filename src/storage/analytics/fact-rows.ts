import type { Facts } from "../../analytics/facts.ts";
import {
  handoffMeasureNames,
  measuresOf,
  type RatingMeasure,
  ratingMeasureNames,
  ratingMeasures,
} from "../../analytics/measures.ts";
import type { Stretch } from "../../analytics/stretches.ts";

/** What is kept of one conversation's facts, table by table. */
export const factRowsOf = (facts: Facts & { lastAt: number }) => ({
  counted: { conversationId: facts.conversationId, seq: facts.seq, lastAt: BigInt(facts.lastAt) },
  stretches: stretchRowsOf(facts),
  activity: activityRowsOf(facts),
  rated: ratedRowsOf(facts),
});

const stretchRowsOf = ({ conversationId, siteKey, stretches }: Facts) =>
  stretches.map((stretch) => ({
    ...{ conversationId, siteKey, seq: stretch.seq, at: BigInt(stretch.at) },
    ...{ cause: stretch.cause, rule: stretch.rule ?? null, phrase: stretch.phrase ?? null },
    ...{ agentId: stretch.agent?.id ?? null, agentName: stretch.agent?.name ?? null },
    answeredAt: asBigInt(stretch.answeredAt),
    endedAt: asBigInt(stretch.endedAt),
    ...marks(stretch),
  }));

/** 1 for each measure it counts in, 0 for the others. */
function marks(stretch: Stretch) {
  const counted = new Set(measuresOf(stretch));
  return Object.fromEntries(handoffMeasureNames.map((name) => [name, counted.has(name) ? 1 : 0])) as Record<
    (typeof handoffMeasureNames)[number],
    number
  >;
}

const ratedRowsOf = ({ conversationId, siteKey, rated }: Facts) =>
  rated.map((one) => ({
    ...{ conversationId, siteKey, seq: one.seq, at: BigInt(one.at) },
    ...{ agentId: one.agent?.id ?? null, agentName: one.agent?.name ?? null },
    ...(Object.fromEntries(
      ratingMeasureNames.map((name) => [name, ratingMeasures[name].counts(one) ? 1 : 0]),
    ) as Record<RatingMeasure, number>),
  }));

const activityRowsOf = ({ conversationId, siteKey, activity }: Facts) =>
  activity.map(({ quarter, isActive, isAnswered }) => ({
    ...{ conversationId, siteKey, quarter },
    isActive: isActive ? 1 : 0,
    isAnswered: isAnswered ? 1 : 0,
  }));

const asBigInt = (at: number | undefined) => (at === undefined ? null : BigInt(at));
