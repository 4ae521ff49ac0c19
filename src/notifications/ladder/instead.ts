import type { FailedCall } from "../../conversation/call-failed.ts";
import type { Escalation } from "../../conversation/escalation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";

/** A step that takes the place of a call that failed, and since when it is due. */
export interface Raised {
  escalation: Escalation;
  way: FailedCall["way"];
  at: number;
}

/** In which way a step calls people; those for the visitor in none. */
const wayOf: Record<Escalation["kind"], FailedCall["way"] | undefined> = {
  mention: "slack",
  direct: "slack",
  email: "email",
  sms: "sms",
  contact: undefined,
  assistant: undefined,
};

/**
 * People could not be called in one way, so the next step that calls them in a way that works is taken at once; where none
 * is left, the visitor is asked where they can be answered. One step for each failure. Nobody is handed back for it.
 */
export function insteadOfFailed(
  since: readonly ConversationEvent[],
  left: readonly Escalation[],
): Raised | undefined {
  const failures = since.filter((event) => event.type === "conversation.callFailed");
  const answered = since.filter(
    (event) => event.type === "conversation.escalated" && event.instead !== undefined,
  ).length;
  const failure = failures[answered];
  if (!failure) return undefined;

  const failed = new Set(failures.map(({ way }) => way));
  const inOrder = left.toSorted((one, other) => one.minutes - other.minutes);
  const escalation =
    inOrder.find(({ kind }) => {
      const way = wayOf[kind];
      return way !== undefined && !failed.has(way);
    }) ?? inOrder.find(({ kind }) => kind === "contact");
  return escalation && { escalation, way: failure.way, at: failure.at };
}
