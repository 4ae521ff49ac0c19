import type { Decision } from "../../../conversation/decision.ts";

/** Who decided that people are needed, and how sure they were. */
export function decidedBy({ by, confidence }: Decision): string {
  const who = deciders[by];
  return confidence === undefined ? who : `${who}, ${sureness(confidence)}`;
}

const deciders: Record<Decision["by"], string> = {
  button: "the visitor, by button",
  rule: "a rule about the visitor's words",
  model: "the assistant",
  failure: "nobody: the assistant failed",
  agent: "a team member",
};

function sureness(confidence: number): string {
  if (confidence >= 0.9) return "certain";
  if (confidence >= 0.7) return "quite sure";
  if (confidence >= 0.5) return "fairly sure";
  return "not sure";
}
