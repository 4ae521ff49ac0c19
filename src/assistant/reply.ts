import type { Decision } from "../conversation/decision.ts";

/** What the assistant makes of what was said: words, a handoff, or words and then a handoff. */
export interface Reply {
  text?: string | undefined;
  decision?: Decision | undefined;
}
