import type { Decision } from "./decision.ts";

/** Who decided, by what and how surely: "the visitor's words: asks for a person, 98 % sure". */
export function decidedBy({ by, rule, confidence }: Decision): string {
  const isCertain = by === "button" || by === "agent" || rule === "custom-phrase";
  const details = [
    ...(rule === undefined ? [] : [ruleInWords(rule)]),
    ...(confidence === undefined || isCertain ? [] : [`${Math.round(confidence * 100)} % sure`]),
  ];
  return details.length > 0 ? `${deciders[by]}: ${details.join(", ")}` : deciders[by];
}

/** Why a person was offered: "“this is useless” (the visitor's words: sounds upset, 50 % sure)". */
export const offeredFor = (decision: Decision): string =>
  decision.matched ? `“${decision.matched}” (${decidedBy(decision)})` : decision.reason;

/** Most rules are named so that they can be read. */
export const ruleInWords = (rule: string): string => inWords[rule] ?? rule.replaceAll("-", " ");

const deciders: Record<Decision["by"], string> = {
  button: "the visitor, with the button",
  rule: "the visitor's words",
  model: "the assistant",
  failure: "the system, because the assistant gave no answer",
  agent: "a team member",
};

const inWords: Record<string, string> = {
  "custom-phrase": "a trigger phrase of yours",
  frustration: "sounds upset",
  "repeats-a-question": "asks the same for the third time",
  "accepts-the-offer": "says yes to the offer",
};
