import { ruleInWords } from "../../conversation/decision-in-words.ts";
import type { Settings } from "../../settings/schema.ts";
import { detectTrigger } from "../triggers/index.ts";

/** What would become of a visitor's sentence before any model is asked, in words for an admin. */
export function testTrigger(
  text: string,
  { triggerPhrases, liveHandoff }: Pick<Settings, "triggerPhrases" | "liveHandoff">,
): string {
  const trigger = detectTrigger(text, { phrases: triggerPhrases });
  if (!trigger) return `“${text}” stays with the assistant: nothing in it asks for a person.`;

  const { level, rule, matched, confidence } = trigger;
  const why =
    rule === "custom-phrase"
      ? `your phrase “${matched}”`
      : `“${matched}” (${ruleInWords(rule)}, ${Math.round(confidence * 100)} % sure)`;
  const outcome =
    level === "connect"
      ? "connects the visitor to people at once"
      : "gets the visitor an offer, once, to talk to a person or keep going";
  return `“${text}” ${outcome}: ${why}.${liveHandoff ? "" : " But live handoff is off now."}`;
}
