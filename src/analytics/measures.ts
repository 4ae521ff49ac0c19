/** What one conversation adds to a report. Pure. */
import { type ConversationEvent, isFromVisitor } from "../conversation/events.ts";
import type { Range } from "./report.ts";

type HandedOff = Extract<ConversationEvent, { type: "conversation.handedOff" }>;

const isHandoff = (event: ConversationEvent): event is HandedOff => event.type === "conversation.handedOff";

const isIn = (range: Range) => (event: ConversationEvent) => event.at >= range.from && event.at < range.to;

/** When the visitor said something or was handed to people. */
export const activity = (events: ConversationEvent[], range: Range): number[] =>
  events
    .filter(isIn(range))
    .filter((event) => isFromVisitor(event) || isHandoff(event))
    .map(({ at }) => at);

export const handoffs = (events: ConversationEvent[], range: Range): HandedOff[] =>
  events.filter(isIn(range)).filter(isHandoff);

export const wasClosed = (events: ConversationEvent[], range: Range): boolean =>
  events.filter(isIn(range)).some(({ type }) => type === "conversation.closed");

/** How long each visitor who was handed to people waited for their first words; unanswered handoffs are left out. */
export function firstAnswersMs(events: ConversationEvent[], range: Range): number[] {
  return handoffs(events, range).flatMap((handoff) => {
    const later = events.filter(({ seq }) => seq > handoff.seq);
    const end = later.findIndex(endsWaiting);
    const answer = (end === -1 ? later : later.slice(0, end)).find(isHumanAnswer);
    return answer ? [answer.at - handoff.at] : [];
  });
}

const endsWaiting = ({ type }: ConversationEvent) =>
  type === "conversation.handedBack" || type === "conversation.closed";

const isHumanAnswer = (event: ConversationEvent) =>
  event.type === "message.posted" && event.message.author.kind === "agent" && !event.message.note;

export function median(values: number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
