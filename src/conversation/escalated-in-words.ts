import type { Escalation } from "./escalation.ts";

/** A step on the way to somebody who answers, for the team. */
export function escalatedInWords({ kind, minutes, who }: Escalation): string {
  const people = who.length === 1 ? "one person" : `${who.length} people`;
  const what: Record<Escalation["kind"], string> = {
    mention: "so you are called here",
    direct: `so ${people} got a direct message`,
    sms: "so those who are told by SMS were told once more",
    email: "so those who are told by email were told once more",
    contact: "so the visitor was asked where to answer them",
    assistant: "so the assistant went on with the visitor",
  };
  return `Nobody has answered for ${minutes} min, ${what[kind]}.`;
}
