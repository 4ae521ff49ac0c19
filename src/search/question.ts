import { piecesOf } from "./pieces.ts";

/** Terms that must stand in a text one after the other. */
export interface Phrase {
  /** At least one; letters and digits only. */
  terms: string[];
  /** Whether the last one may go on: "refu" finds "refund". */
  mayGoOn: boolean;
}

/** Enough for any question; a pasted letter is not looked for word by word. */
const maxPhrases = 8;
const maxTerms = 16;

/** What is looked for: every word, or group of words in quotes, must be found. None where nothing can be. */
export function questionOf(search: string): Phrase[] {
  const wanted = [...search.matchAll(/["“]([^"“”]+)["”]|[^\s"“”]+/g)].map(({ 0: word, 1: quoted }) =>
    phraseOf(quoted ?? word, quoted !== undefined),
  );
  return wanted.filter(({ terms }) => terms.length > 0).slice(0, maxPhrases);
}

/** A single letter that may go on would find everything. */
function phraseOf(text: string, isQuoted: boolean): Phrase {
  const terms = piecesOf(text)
    .map(({ term }) => term)
    .slice(0, maxTerms);
  const last = terms.at(-1) ?? "";
  return { terms, mayGoOn: !isQuoted && (last.length > 1 || /\p{N}/u.test(last)) };
}
