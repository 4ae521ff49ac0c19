import { askedOfAssistant } from "../../../conversation/asked-of-assistant.ts";
import type { RepliesTo } from "../../../conversation/conversation.ts";
import { type LooksOf, looksInternal } from "./looks-internal.ts";
import { noteIn } from "./note-prefix.ts";

export interface FateOf extends LooksOf {
  repliesTo: RepliesTo;
  /** Somebody marked it as internal before it got here. */
  isLocked: boolean;
  /** In which it can be taken back. */
  holdSeconds: number;
}

/** What becomes of a reply: the team's, the visitor's at once, theirs after a while, or first a question to its author. */
export type Fate =
  | { kind: "note"; text: string }
  | { kind: "send" }
  | { kind: "hold"; forMs: number }
  | { kind: "ask" };

export function fateOf({ repliesTo, isLocked, holdSeconds, ...said }: FateOf): Fate {
  const note = noteIn(said.text);
  if (note !== undefined) return { kind: "note", text: note };
  if (isLocked || repliesTo === "team") return { kind: "note", text: said.text };
  // Nobody calls the assistant by name in words for a visitor.
  if (askedOfAssistant(said.text) !== undefined) return { kind: "note", text: said.text };
  if (looksInternal(said)) return { kind: "ask" };
  return holdSeconds > 0 ? { kind: "hold", forMs: holdSeconds * 1_000 } : { kind: "send" };
}
