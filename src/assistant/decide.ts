import type { Decision } from "../conversation/decision.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import { detectTrigger } from "./triggers/index.ts";

/** Why what was said goes to people at once, without asking a model; undefined when it does not. */
export function decisionOn(said: ConversationEvent[], phrases: readonly string[]): Decision | undefined {
  for (const event of said) {
    if (event.type !== "message.posted") continue;
    const trigger = detectTrigger(event.message.text, { phrases });
    if (trigger?.level === "connect")
      return {
        by: "rule",
        reason: trigger.rule === "custom-phrase" ? "A trigger phrase matched" : "Asked for a person",
        matched: trigger.matched,
        confidence: trigger.confidence,
      };
  }
  return undefined;
}
