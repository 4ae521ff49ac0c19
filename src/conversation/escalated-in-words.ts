import { calledBy, type FailedCall } from "./call-failed.ts";
import type { Escalation } from "./escalation.ts";

/** A step on the way to somebody who answers, for the team; with what failed, where it is taken before its time for that. */
export function escalatedInWords({ kind, minutes, who }: Escalation, instead?: FailedCall["way"]): string {
  const people = who.length === 1 ? "one person" : `${who.length} people`;
  const again = instead ? "" : " once more";
  const what: Record<Escalation["kind"], string> = {
    mention: "so you are called here",
    direct: `so ${people} got a direct message`,
    sms: `so those who are told by SMS were told${again}`,
    email: `so those who are told by email were told${again}`,
    contact: "so the visitor was asked where to answer them",
    assistant: "so the assistant went on with the visitor",
  };
  const why = instead ? `Nobody could be ${calledBy[instead]}` : `Nobody has answered for ${minutes} min`;
  return `${why}, ${what[kind]}.`;
}
