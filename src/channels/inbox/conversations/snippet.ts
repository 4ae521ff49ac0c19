import type { Found } from "../../../conversation/directory.ts";
import { marksIn } from "../../../search/matches.ts";
import { questionOf } from "../../../search/question.ts";
import { oneLine } from "./one-line.ts";
import type { Snippet } from "./protocol.ts";

const length = 160;
/** How much stands before what was found, so that one sees what it is about. */
const before = 24;

/** The part of what was found that says why, in one line. */
export function snippetOf({ seq, text, author }: Found, search: string): Snippet {
  const question = questionOf(search);
  const line = oneLine(text);
  const part = partAround(line, marksIn(line, question)[0]?.start ?? 0);
  return { seq, text: part, marks: marksIn(part, question), author };
}

function partAround(line: string, at: number): string {
  if (at <= before) return line.slice(0, length);
  const from = line.indexOf(" ", at - before) + 1;
  // Where there is no space to begin at, the text has none: it may begin anywhere.
  const start = from === 0 || from > at ? at : from;
  return `…${line.slice(start, start + length)}`;
}
