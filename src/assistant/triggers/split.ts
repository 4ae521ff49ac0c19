import { fold } from "./fold.ts";
import { isKnown } from "./lexicon.ts";
import { createRespell, type Respell, rememberingAtMost } from "./spelling.ts";
import { ordinaryWords } from "./words/ordinary.ts";

/** A word or a run of punctuation, with where it stands in the message. */
export interface Word {
  text: string;
  start: number;
  end: number;
  isWord: boolean;
  /** Read as something else than what is written: "humna" as "human". */
  corrected?: boolean;
}

const maxRespelt = 100;
const respellAny = createRespell(ordinaryWords);
const pieces = /([\p{L}\p{M}\p{N}\p{Cf}]+(?:['’‘`´][\p{L}\p{M}]+)*)|[.!?;:,…¿¡\n]+/gu;
const apostrophe = /['’‘`´]/u;
/** French and Italian write the article against its noun: l'operatore, d'un conseiller. */
const elision = /^(?:l|d|j|qu|n|s|m|c|t|un|all|dell|dall)['’‘`´](?=.{2})/iu;
/** "A person's account" is an account; "what's" and "let's" are no possessives. */
const possessive = /(?<!^(?:it|that|there|here|what|where|who|how|why|let|he|she|one|all))['’‘`´]s$/iu;

/** The words of a message, folded, one by one: elisions and forgotten spaces are taken apart. */
export function split(text: string): Word[] {
  const words: Word[] = [];
  const respell = rememberingAtMost(maxRespelt, respellAny);
  for (const found of text.matchAll(pieces)) {
    const piece = { text: found[0], start: found.index, end: found.index + found[0].length };
    if (found[1] === undefined) words.push({ ...piece, isWord: false });
    else if (apostrophe.test(piece.text)) takeElisionApart(piece, words, respell);
    else takeApart(piece, words, respell);
  }
  return words;
}

interface Piece {
  text: string;
  start: number;
  end: number;
}

function takeElisionApart({ text, start, end }: Piece, words: Word[], respell: Respell): void {
  const article = elision.exec(text)?.[0].length ?? 0;
  if (article > 0)
    words.push({ text: fold(text.slice(0, article)), start, end: start + article, isWord: true });
  if (possessive.test(text)) words.push({ text: "'s", start: start + article, end, isWord: true });
  else takeApart({ text: text.slice(article), start: start + article, end }, words, respell);
}

function takeApart({ text, start, end }: Piece, words: Word[], respell: Respell): void {
  const word = letGo(fold(text));
  const [first, second] = isKnown(word) ? [] : (respell(word) ?? []);
  if (first === undefined) words.push({ text: word, start, end, isWord: true });
  else if (second === undefined) words.push({ text: first, start, end, isWord: true, corrected: true });
  else {
    const border = Math.min(start + first.length, end);
    words.push(
      { text: first, start, end: border, isWord: true },
      { text: second, start: border, end, isWord: true },
    );
  }
}

/** A key held down: "neeed" is "need", "pleeease" is "please". */
function letGo(word: string): string {
  if (!/(.)\1\1/u.test(word)) return word;
  const once = word.replace(/(.)\1{2,}/gu, "$1");
  if (isKnown(once)) return once;
  const twice = word.replace(/(.)\1{2,}/gu, "$1$1");
  return isKnown(twice) ? twice : word;
}
