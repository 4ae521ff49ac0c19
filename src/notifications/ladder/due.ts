import { awaitsPeople, type Conversation } from "../../conversation/conversation.ts";
import type { Escalation } from "../../conversation/escalation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Availability } from "../../settings/availability.ts";

const minuteMs = 60_000;

/** A step, and when it is due (ms since 1970). */
export interface DueStep {
  escalation: Escalation;
  dueAt: number;
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

  const since = events.findLastIndex(({ type }) => type === "conversation.handedOff");
  const done = new Set(
    events
      .slice(since)
      .flatMap((event) => (event.type === "conversation.escalated" ? [keyOf(event.escalation)] : [])),
  );
  const { opensAt = Number.POSITIVE_INFINITY } = availability;
  return ladder
    .filter((escalation) => !done.has(keyOf(escalation)))
    .map((escalation) => {
      const dueAt = handoff.at + escalation.minutes * minuteMs;
      return {
        escalation,
        dueAt: waitsForOpening(escalation, availability) ? Math.max(dueAt, opensAt) : dueAt,
      };
    })
    .filter(({ dueAt }) => Number.isFinite(dueAt))
    .sort((one, other) => one.dueAt - other.dueAt)[0];
}

/** What a step is known by: the same one is taken once. */
export const keyOf = ({ kind, minutes }: Escalation): string => `${kind}/${minutes}`;
