import type { HandoffMeasure, Measure, RatingMeasure } from "../../../src/analytics/measures.ts";
import type { Told } from "../../../src/conversation/archive.ts";
import type { ConversationEvent } from "../../../src/conversation/events.ts";
import { handoffSentence } from "../../../src/conversation/hand-off.ts";
import { minute } from "./history.ts";

interface Asked {
  from: number;
  to: number;
  now: number;
  agentId?: string | undefined;
}

/** Reads the log again for each handoff, as one would by hand: which conversations each number is that of. */
export function naive(past: Told[], { from, to, now, agentId }: Asked): Record<Measure, Set<string>> {
  const found = (counts: (told: Told) => boolean) =>
    new Set(past.filter(counts).map(({ conversation }) => conversation.id));
  const isIn = ({ at }: ConversationEvent) => at >= from && at < to;

  const some = (counts: (handoff: Seen) => boolean) =>
    found(({ events }) =>
      events.some((event, index) => {
        if (event.type !== "conversation.handedOff" || !isIn(event)) return false;
        const seen = seenFrom(events, index);
        return (agentId === undefined || seen.agentId === agentId) && counts(seen);
      }),
    );
  const byPeople = (event: ConversationEvent) => isAnswer(event) || event.type === "conversation.claimed";

  /** Asked in the range, by whose answer was the last, and what was said of it before the next asking. */
  const ratings = (counts: (isGood: boolean | undefined) => boolean) =>
    found(({ events }) =>
      events.some((event, index) => {
        if (event.type !== "conversation.ratingAsked" || !isIn(event)) return false;
        const answer = events.slice(0, index).findLast(isAnswer);
        const by = event.of === "people" && answer?.type === "message.posted" && answer.message.author;
        if (agentId !== undefined && !(by && by.kind === "agent" && by.id === agentId)) return false;
        const rest = events.slice(index + 1);
        const next = rest.findIndex(({ type }) => type === "conversation.ratingAsked");
        const said = (next < 0 ? rest : rest.slice(0, next)).findLast(
          ({ type }) => type === "conversation.rated",
        );
        return counts(said?.type === "conversation.rated" ? said.rating.isGood : undefined);
      }),
    );
  const whatWasSaid: Record<RatingMeasure, Set<string>> = {
    ratingAsked: ratings(() => true),
    rated: ratings((isGood) => isGood !== undefined),
    ratedGood: ratings((isGood) => isGood === true),
    ratedBad: ratings((isGood) => isGood === false),
  };

  const handoffs: Record<HandoffMeasure, Set<string>> = {
    handedOff: some(() => true),
    answered: some(({ answer }) => answer !== undefined),
    closed: some(({ end }) => end === "conversation.closed"),
    abandoned: some((seen) => !seen.answer && seen.end !== undefined && !notNeeded(seen)),
    notNeeded: some(notNeeded),
    stillWaiting: some(({ answer, end }) => !answer && end === undefined),
    unanswered: some((seen) => !seen.answer && !notNeeded(seen)),
    promiseKept: some((seen) => isPromise(seen) && isDue(seen) && isInTime(seen)),
    promiseBroken: some((seen) => isPromise(seen) && isDue(seen) && !isInTime(seen)),
  };
  function isDue({ handoff }: Seen) {
    return handoff.at < now - 5 * minute;
  }
  if (agentId !== undefined)
    return { ...handoffs, ...whatWasSaid, conversations: handoffs.handedOff, resolved: handoffs.handedOff };

  const conversations = found(({ events }) =>
    events.some(
      (event) => isIn(event) && (isSaidBy(event, "visitor") || event.type === "conversation.handedOff"),
    ),
  );
  const resolved = found(({ conversation, events }) => {
    if (!conversations.has(conversation.id)) return false;
    if (!events.some((event) => isIn(event) && isSaidBy(event, "assistant"))) return false;
    // Nobody was with people at the beginning, nor became so.
    const isWithPeople = events.filter(({ at }) => at <= from).reduce(withPeople, false);
    return !isWithPeople && !events.some((event) => isIn(event) && begins(event));
  });
  return { ...handoffs, ...whatWasSaid, conversations, resolved };

  function begins(event: ConversationEvent) {
    return (
      byPeople(event) ||
      event.type === "conversation.handedOff" ||
      (event.type === "conversation.reopened" && event.by.kind === "agent")
    );
  }
  function withPeople(before: boolean, event: ConversationEvent) {
    if (begins(event)) return true;
    return isEnd(event) ? false : before;
  }
}

interface Seen {
  handoff: Extract<ConversationEvent, { type: "conversation.handedOff" }>;
  answer: ConversationEvent | undefined;
  end: ConversationEvent["type"] | undefined;
  isBlocked: boolean;
  agentId: string | undefined;
}

function seenFrom(events: ConversationEvent[], index: number): Seen {
  const handoff = events[index] as Seen["handoff"];
  const rest = events.slice(index + 1);
  const endIndex = rest.findIndex(isEnd);
  const until = endIndex < 0 ? rest : rest.slice(0, endIndex);
  const answer = until.find(isAnswer);
  const claim = until.find(({ type }) => type === "conversation.claimed");
  const author = answer?.type === "message.posted" ? answer.message.author : undefined;
  return {
    handoff,
    answer,
    end: rest[endIndex]?.type,
    isBlocked: rest[endIndex - 1]?.type === "visitor.blocked",
    agentId:
      author?.kind === "agent"
        ? author.id
        : claim?.type === "conversation.claimed"
          ? claim.agent.id
          : undefined,
  };
}

const isEnd = (event: ConversationEvent) =>
  event.type === "conversation.closed" ||
  event.type === "conversation.handedBack" ||
  (event.type === "conversation.escalated" && event.escalation.kind === "assistant");

const isSaidBy = (event: ConversationEvent, kind: string) =>
  event.type === "message.posted" && event.message.author.kind === kind && !event.message.note;

const isAnswer = (event: ConversationEvent) => isSaidBy(event, "agent");

const isPromise = ({ handoff }: Seen) => handoff.sentence === handoffSentence;

const isInTime = ({ handoff, answer }: Seen) => answer !== undefined && answer.at - handoff.at <= 5 * minute;

function notNeeded({ handoff: { handoff }, answer, end, isBlocked }: Seen): boolean {
  if (answer || end === undefined) return false;
  if (isBlocked) return true;
  if (end === "conversation.escalated") return false;
  return (handoff.by === "rule" || handoff.by === "model") && handoff.afterOffer === undefined;
}

/** Of handoffs in the range: how long each took until its first answer, or its close; ascending. */
export function naiveTimes(
  past: Told[],
  { from, to }: { from: number; to: number },
  until: "answer" | "close",
) {
  const times = past.flatMap(({ events }) =>
    events.flatMap((event, index) => {
      if (event.type !== "conversation.handedOff" || event.at < from || event.at >= to) return [];
      const end = events.slice(index + 1).find(isEnd);
      if (until === "answer") {
        const { answer } = seenFrom(events, index);
        return answer ? [answer.at - event.at] : [];
      }
      return end?.type === "conversation.closed" ? [end.at - event.at] : [];
    }),
  );
  return times.sort((a, b) => a - b);
}
