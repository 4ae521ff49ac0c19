import type { Decision } from "../../conversation/decision.ts";
import { offerSentenceFor } from "../../settings/handoff-sentence.ts";
import type { Settings } from "../../settings/schema.ts";

/** What a visitor is asked who may want a person, and why they may. */
export const offerWordsFor = ({ rule = "" }: Decision, settings: Settings, now: number): string =>
  [openings[rule], offerSentenceFor(settings, now)].filter(Boolean).join(" ");

const openings: Record<string, string> = {
  frustration: "I am sorry that this is not going well.",
  "repeats-a-question": "I seem not to answer what you are asking.",
};
