import type { Check } from "../../../../health/check.ts";

const urgency: Record<Check["state"], number> = { broken: 0, warn: 1, ok: 2, off: 3 };

/** What needs somebody comes first; otherwise in the order of the list. */
export const mostUrgentFirst = (checks: readonly Check[]): Check[] =>
  [...checks].sort((one, other) => urgency[one.state] - urgency[other.state]);

/** All of it in one sentence. */
export function inOneSentence(checks: readonly Check[]): string {
  const count = (wanted: Check["state"]) => checks.filter(({ state }) => state === wanted).length;
  const [broken, warn] = [count("broken"), count("warn")];
  const parts = [
    ...(broken > 0 ? [broken === 1 ? "One thing is broken" : `${broken} things are broken`] : []),
    ...(warn > 0 ? [warn === 1 ? "one needs a look" : `${warn} need a look`] : []),
  ];
  if (parts.length === 0) return "Everything that is set up works.";
  const sentence = parts.join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

export const worstOf = (checks: readonly Check[]): Check["state"] =>
  mostUrgentFirst(checks)[0]?.state ?? "ok";
