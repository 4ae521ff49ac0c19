import type { Decision } from "../../../conversation/decision.ts";

/** Who brought people in; undefined where the reason or the words beside it say so. Only doubt is worth a word. */
export function decidedBy({ by, confidence, matched }: Decision): string | undefined {
  const doubt = confidence === undefined ? undefined : doubtOf(confidence);
  if (by === "rule" && matched && !doubt) return undefined;
  const who = deciders[by];
  return who && doubt ? `${who}, ${doubt}` : who;
}

const deciders: Record<Decision["by"], string | undefined> = {
  button: "the visitor, with the button",
  rule: "the visitor's words",
  model: "the assistant",
  failure: undefined,
  agent: "a team member",
};

function doubtOf(confidence: number): string | undefined {
  if (confidence >= 0.9) return undefined;
  if (confidence >= 0.7) return "quite sure";
  if (confidence >= 0.5) return "fairly sure";
  return "not sure";
}
