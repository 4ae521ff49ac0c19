import type { Rated } from "./rated.ts";
import type { Stretch } from "./stretches.ts";

/** How soon a person has to answer for “Connecting you with a team member” to have been true. */
export const promiseMinutes = 5;
const promiseMs = promiseMinutes * 60_000;

interface Definition {
  label: string;
  /** One sentence, for whoever reads the number. */
  definition: string;
}

interface HandoffDefinition extends Definition {
  counts(handoff: Stretch): boolean;
}

/** What is counted of handoffs. A number is that of the conversations with at least one such handoff in the range. */
export const handoffMeasures = {
  handedOff: {
    label: "Handed off",
    definition: "A person was asked for: by the visitor, by a rule, or by the assistant.",
    counts: () => true,
  },
  answered: {
    label: "Answered by a person",
    definition: "Handed off, and a person answered the visitor before it ended. Notes are no answer.",
    counts: ({ answeredAt }) => answeredAt !== undefined,
  },
  closed: {
    label: "Closed",
    definition: "Handed off, and then closed by the team.",
    counts: ({ end }) => end === "closed" || end === "blocked",
  },
  abandoned: {
    label: "Abandoned while waiting",
    definition:
      "Handed off, and it ended before any person answered; those that were not needed are counted there instead.",
    counts: (handoff) => isUnanswered(handoff) && handoff.end !== undefined && !wasNotNeeded(handoff),
  },
  notNeeded: {
    label: "False handoffs",
    definition:
      "Handed off by a rule or by the assistant, and the team closed it or handed it back without answering; or the visitor was blocked.",
    counts: (handoff) => wasNotNeeded(handoff),
  },
  stillWaiting: {
    label: "Still waiting",
    definition: "Handed off, not ended, and no person has answered yet.",
    counts: (handoff) => isUnanswered(handoff) && handoff.end === undefined,
  },
  unanswered: {
    label: "Unanswered",
    definition: "Handed off, and no person has answered: it was abandoned, or the visitor is still waiting.",
    counts: (handoff) => isUnanswered(handoff) && !wasNotNeeded(handoff),
  },
  promiseKept: {
    label: "Promise kept",
    definition: `The visitor read “Connecting you…”, and a person answered within ${promiseMinutes} minutes. Handoffs while the team was away promise nobody, and do not count.`,
    counts: (handoff) => handoff.isPromise && isInTime(handoff),
  },
  promiseBroken: {
    label: "Promise not kept",
    definition: `The visitor read “Connecting you…”, and nobody answered within ${promiseMinutes} minutes.`,
    counts: (handoff) => handoff.isPromise && !isInTime(handoff),
  },
} as const satisfies Record<string, HandoffDefinition>;

interface RatingDefinition extends Definition {
  counts(rated: Rated): boolean;
}

/** What is counted of ratings, in the range in which visitors were asked. A visitor's last word counts. */
export const ratingMeasures = {
  ratingAsked: {
    label: "Asked for a rating",
    definition: "The visitor was asked whether the chat was good. With an agent: who had answered last.",
    counts: () => true,
  },
  rated: {
    label: "Rated",
    definition: "The visitor was asked whether the chat was good, and said so.",
    counts: ({ rating }) => rating !== undefined,
  },
  ratedGood: {
    label: "Rated good",
    definition: "The visitor was asked, and found the chat good.",
    counts: ({ rating }) => rating?.isGood === true,
  },
  ratedBad: {
    label: "Rated not good",
    definition: "The visitor was asked, and found the chat not good.",
    counts: ({ rating }) => rating?.isGood === false,
  },
} as const satisfies Record<string, RatingDefinition>;

/** What is counted of whole conversations. */
export const conversationMeasures = {
  conversations: {
    label: "Conversations",
    definition: "The visitor wrote something, or was handed to people.",
  },
  resolved: {
    label: "Resolved by the assistant",
    definition: "The visitor wrote, the assistant answered, and no person was asked for or took part.",
  },
} as const satisfies Record<string, Definition>;

/** Shares of one number in another, or in several together. */
export const rates = {
  handoffRate: {
    label: "Handoff rate",
    definition: "Conversations that were handed off, of all conversations.",
    part: "handedOff",
    of: ["conversations"],
  },
  promise: {
    label: "Promise kept",
    definition: handoffMeasures.promiseKept.definition,
    part: "promiseKept",
    of: ["promiseKept", "promiseBroken"],
  },
  goodRatings: {
    label: "Good ratings",
    definition:
      "Of the visitors who said whether the chat was good when they were asked, those who found it good.",
    part: "ratedGood",
    of: ["ratedGood", "ratedBad"],
  },
} as const satisfies Record<string, Definition & { part: Measure; of: Measure[] }>;

/** What is read off the times of handoffs; each links to the conversations it was read from. */
export const timings = {
  firstAnswer: {
    label: "Time to first human answer",
    definition:
      "From a handoff to the first words of a person, where there were any: half were faster, and nine of ten faster than the second figure.",
  },
  close: {
    label: "Time to close",
    definition: "From a handoff to its close, where it was closed: half were faster.",
  },
} as const satisfies Record<string, Definition>;

export type HandoffMeasure = keyof typeof handoffMeasures;
export type RatingMeasure = keyof typeof ratingMeasures;
export type Measure = HandoffMeasure | RatingMeasure | keyof typeof conversationMeasures;

export const handoffMeasureNames = Object.keys(handoffMeasures) as HandoffMeasure[];
export const ratingMeasureNames = Object.keys(ratingMeasures) as RatingMeasure[];
export const measureNames: Measure[] = [
  ...handoffMeasureNames,
  ...ratingMeasureNames,
  "conversations",
  "resolved",
];

export const isHandoffMeasure = (measure: Measure): measure is HandoffMeasure =>
  Object.hasOwn(handoffMeasures, measure);

export const isRatingMeasure = (measure: Measure): measure is RatingMeasure =>
  Object.hasOwn(ratingMeasures, measure);

export function definitionOf(measure: Measure): Definition {
  const { label, definition } = { ...handoffMeasures, ...ratingMeasures, ...conversationMeasures }[measure];
  return { label, definition };
}

/** The measures in which a handoff counts. What began without a handoff, because a person simply wrote, is in none. */
export const measuresOf = (stretch: Stretch): HandoffMeasure[] =>
  stretch.cause === "taken"
    ? []
    : handoffMeasureNames.filter((name) => handoffMeasures[name].counts(stretch));

/** Handoffs since then cannot have broken their promise yet, and are in neither of its measures. */
export const promisesDue = (now: number) => now - promiseMs;

const isUnanswered = ({ answeredAt }: Stretch) => answeredAt === undefined;

const isInTime = ({ at, answeredAt }: Stretch) => answeredAt !== undefined && answeredAt - at <= promiseMs;

/** Nobody wanted a person but a rule or the model, and the team agreed that none was needed. */
function wasNotNeeded({ answeredAt, end, cause, isWanted }: Stretch): boolean {
  if (answeredAt !== undefined || end === undefined) return false;
  if (end === "blocked") return true;
  return (cause === "rule" || cause === "model") && !isWanted && end !== "assistant";
}
