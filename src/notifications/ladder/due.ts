import type { FailedCall } from "../../conversation/call-failed.ts";
import { awaitsPeople, type Conversation } from "../../conversation/conversation.ts";
import type { Escalation } from "../../conversation/escalation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Availability } from "../../settings/availability.ts";
import { insteadOfFailed } from "./instead.ts";

const minuteMs = 60_000;

/** A step, and when it is due (ms since 1970); never, while nobody knows when those it calls may be called. */
export interface DueStep {
  escalation: Escalation;
  dueAt: number;
  /** It is taken before its time, because people could not be called in this way. */
  instead?: FailedCall["way"] | undefined;
}

/**
 * Steps that call people wait until they may be called; those for the visitor do not. That nobody is seen within office
 * hours is no reason to wait: a call is what brings them.
 */
const waitsForOpening = ({ kind }: Escalation, { isOpen, reason }: Availability) =>
  !isOpen && reason !== "presence" && (kind === "mention" || kind === "direct");

/** The next step of a conversation that waits; undefined when there is none, or nobody waits any more. */
export function nextStep(
  conversation: Conversation,
  events: readonly ConversationEvent[],
  { ladder, availability }: { ladder: readonly Escalation[]; availability: Availability },
): DueStep | undefined {
  const { handoff } = conversation;
  if (!awaitsPeople(conversation) || !handoff) return undefined;

  const since = events.slice(events.findLastIndex(({ type }) => type === "conversation.handedOff"));
  const done = new Set(
    since.flatMap((event) => (event.type === "conversation.escalated" ? [keyOf(event.escalation)] : [])),
  );
  const left = ladder.filter((escalation) => !done.has(keyOf(escalation)));
  const raised = insteadOfFailed(since, left);
  const { opensAt = Number.POSITIVE_INFINITY } = availability;
  return left
    .map((escalation): DueStep => {
      const isRaised = escalation === raised?.escalation;
      const dueAt = isRaised ? raised.at : handoff.at + escalation.minutes * minuteMs;
      return {
        ...{ escalation, instead: isRaised ? raised.way : undefined },
        dueAt: waitsForOpening(escalation, availability) ? Math.max(dueAt, opensAt) : dueAt,
      };
    })
    .sort((one, other) => one.dueAt - other.dueAt)[0];
}

/** What a step is known by: the same one is taken once. */
export const keyOf = ({ kind, minutes }: Escalation): string => `${kind}/${minutes}`;
