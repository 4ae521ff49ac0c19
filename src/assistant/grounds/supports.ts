import type { FoundPassage } from "../../knowledge/ports.ts";
import { indexedTerms, languageOf } from "../../knowledge/words/indexed-terms.ts";

const leastShare = 0.5;

/** Whether a reply that names no source says what a passage says: most of its words stand there, and all its numbers. */
export function supports({ titleTerms, bodyTerms }: FoundPassage, reply: string): boolean {
  const known = new Set([...titleTerms, ...bodyTerms]);
  const terms = [...new Set(indexedTerms(reply, languageOf(reply)))];
  const shared = terms.filter((term) => known.has(term));
  const numbers = terms.filter((term) => /^\d+$/.test(term));
  return (
    shared.length >= 2 &&
    shared.length >= terms.length * leastShare &&
    numbers.every((number) => known.has(number))
  );
}
