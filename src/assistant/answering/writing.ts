import type { Guard } from "./guard.ts";
import { split } from "./sentences.ts";

export interface Passed {
  /** All that may be said. */
  said: string;
  /** The first sentence that may not be, and why. Nothing after it is said. */
  withheld?: { why: NonNullable<ReturnType<Guard>>; sentence: string };
}

/** As much of an answer as the guard lets pass. */
export function passed(sentences: string[], guard: Guard): Passed {
  let said = "";
  for (const sentence of sentences) {
    const why = guard(sentence);
    if (why) return { said: said.trim(), withheld: { why, sentence: sentence.trim() } };
    said += sentence.replace(label, "");
  }
  return { said: said.trim() };
}

/** A model that reads people's answers by name, and the server's marks, may put the like before its own words. */
const label = /^\s*\[(?:[^\]\n]{1,80} wrote:|The team's part ends here:[^\]\n]*)\]\s*/;

interface WritingOptions {
  guard: Guard;
  /** As much of a text as may be shown while it is being written; all of it when left out. */
  shown?: ((textSoFar: string) => string) | undefined;
  changed: (said: string) => void;
}

/** An answer as it is written. Only whole sentences count, and only those the guard has let pass. */
export function createWriting({ guard, shown = (text) => text, changed }: WritingOptions) {
  let text = "";
  let last = "";

  return {
    hear(piece: string): void {
      text += piece;
      const { said } = passed(split(shown(text)).whole, guard);
      if (said !== last) changed(said);
      last = said;
    },
  };
}
