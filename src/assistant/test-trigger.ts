import type { Settings } from "../settings/schema.ts";
import { detectTrigger } from "./triggers/index.ts";

/** What would become of a visitor's sentence before any model is asked, in words for an admin. */
export function testTrigger(
  text: string,
  { triggerPhrases, liveHandoff }: Pick<Settings, "triggerPhrases" | "liveHandoff">,
): string {
  const trigger = detectTrigger(text, { phrases: triggerPhrases });
  if (!trigger) return `“${text}” stays with the assistant: nothing in it asks for a person.`;

  const why =
    trigger.rule === "custom-phrase"
      ? `your phrase “${trigger.matched}”`
      : `“${trigger.matched}” (${Math.round(trigger.confidence * 100)} % sure)`;
  if (trigger.level === "offer") return `“${text}” hints at a person: ${why}. It stays with the assistant.`;
  return `“${text}” connects the visitor to people at once: ${why}.${liveHandoff ? "" : " But live handoff is off now."}`;
}
