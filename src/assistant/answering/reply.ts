import type { Decision } from "../../conversation/decision.ts";
import type { UnknownWords } from "../grounds/unknown.ts";

/** What the assistant makes of what was said: words, a handoff, words and then a handoff, or that it does not know. */
export interface Reply {
  text?: string | undefined;
  decision?: Decision | undefined;
  /** It says that it does not know, and offers a person. */
  unknown?: UnknownWords | undefined;
}
