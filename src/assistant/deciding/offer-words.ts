import type { Decision } from "../../conversation/decision.ts";
import { offerSentenceFor, type Saying } from "../../settings/handoff-sentence.ts";

/** What a visitor is asked who may want a person, and why they may. */
export const offerWordsFor = ({ rule = "" }: Decision, saying: Saying): string =>
  [openings[rule], offerSentenceFor(saying)].filter(Boolean).join(" ");

const openings: Record<string, string> = {
  frustration: "I am sorry that this is not going well.",
  "repeats-a-question": "I seem not to answer what you are asking.",
};
