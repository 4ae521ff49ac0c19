import { folded } from "./folded.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Phrase } from "./question.ts";
import { shortestPart } from "./terms.ts";

/** A stretch of a text, for slicing: `end` is exclusive. */
export interface Mark {
  start: number;
  end: number;
}

/** Where a text says what was asked for: in order, apart from each other. */
export function marksIn(text: string, question: readonly Phrase[]): Mark[] {
  const pieces = piecesOf(text);
  const marks = question
    .flatMap((phrase) => matchesOf(phrase, text, pieces))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const apart: Mark[] = [];
  for (const { start, end } of marks) {
    const before = apart.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

/** How many of the phrases a text says. */
export function countFound(text: string, question: readonly Phrase[]): number {
  const pieces = piecesOf(text);
  return question.filter((phrase) => matchesOf(phrase, text, pieces).length > 0).length;
}

const matchesOf = (phrase: Phrase, text: string, pieces: Piece[]): Mark[] =>
  pieces.flatMap((_, index) => matchAt(phrase, text, pieces.slice(index, index + phrase.terms.length)) ?? []);

function matchAt({ terms, mayGoOn }: Phrase, text: string, pieces: Piece[]): Mark | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || pieces.length < terms.length) return undefined;

  const from = beginsAt(terms[0] ?? "", first, terms.length === 1 && mayGoOn);
  if (from === undefined) return undefined;
  const follows = pieces.slice(1).every(({ term }, index) => {
    const wanted = terms[index + 1] ?? "";
    return term === wanted || (mayGoOn && index === terms.length - 2 && term.startsWith(wanted));
  });
  if (!follows) return undefined;

  const length = (terms.at(-1) ?? "").length + (terms.length === 1 ? from : 0);
  return { start: place(first, text, from), end: place(last, text, length) };
}

/** Where in a piece a term begins that it is, begins with, or has in it. */
function beginsAt(wanted: string, { term, isCode }: Piece, mayGoOn: boolean): number | undefined {
  if (term === wanted || (mayGoOn && term.startsWith(wanted))) return 0;
  if (!isCode || wanted.length < shortestPart) return undefined;
  if (mayGoOn) return term.includes(wanted) ? term.indexOf(wanted) : undefined;
  return term.endsWith(wanted) ? term.length - wanted.length : undefined;
}

/** A place in a piece as a place in the text; its edge where folding has changed its length. */
function place({ term, start, end }: Piece, text: string, at: number): number {
  const hasItsLength = end - start === term.length && folded(text.slice(start, end)).length === term.length;
  if (hasItsLength) return start + at;
  return at === 0 ? start : end;
}
