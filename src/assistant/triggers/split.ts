import { fold } from "./fold.ts";
import { lexicon } from "./lexicon.ts";
import { unglue } from "./spelling.ts";

/** A word or a run of punctuation, with where it stands in the message. */
export interface Word {
  text: string;
  start: number;
  end: number;
  isWord: boolean;
}

const pieces = /[\p{L}\p{M}\p{N}\p{Cf}]+(?:['’‘`´][\p{L}\p{M}]+)*|[.!?;:,…¿¡\n]+/gu;
const startsWord = /^[\p{L}\p{M}\p{N}\p{Cf}]/u;
/** French and Italian write the article against its noun: l'operatore, d'un conseiller. */
const elision = /^(?:l|d|j|qu|n|s|m|c|t|un|all|dell|dall)['’‘`´](?=.{2})/iu;
const possessive = /['’‘`´]s$/iu;

/** The words of a message, folded, one by one: elisions and forgotten spaces are taken apart. */
export function split(text: string): Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(pieces)) {
    const piece = { text: found[0], start: found.index, end: found.index + found[0].length };
    if (startsWord.test(piece.text)) words.push(...apart(piece));
    else words.push({ ...piece, isWord: false });
  }
  return words;
}

function apart({ text, start, end }: { text: string; start: number; end: number }): Word[] {
  const folded = fold(text);
  const article = elision.exec(text)?.[0].length;
  if (article !== undefined) return two(fold(text.slice(0, article)), fold(text.slice(article)), start, end, article);
  if (lexicon.has(folded)) {
    const owner = possessive.test(text) && lexicon.has(fold(text.slice(0, -2)));
    // "A person's account" is an account.
    return [{ text: owner ? `${folded}'` : folded, start, end, isWord: true }];
  }
  const [first, second] = unglue(folded) ?? [];
  if (first === undefined || second === undefined) return [{ text: folded, start, end, isWord: true }];
  return two(first, second, start, end, first.length);
}

function two(first: string, second: string, start: number, end: number, firstLength: number): Word[] {
  const border = Math.min(start + firstLength, end);
  return [
    { text: first, start, end: border, isWord: true },
    { text: second, start: border, end, isWord: true },
  ];
}
