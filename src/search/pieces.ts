import { folded } from "./folded.ts";

/** A part of a text that is compared as one, and where it stands. Letters or digits only, folded. */
export interface Piece {
  term: string;
  start: number;
  /** Exclusive. */
  end: number;
  /** A part of an address or a long number, of which people remember any part. */
  isCode: boolean;
}

/**
 * Letters and digits apart, so that "10429" finds "AB10429"; scripts that are written without spaces sign by sign, so
 * that any part of a sentence is found.
 */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]`;
const piece = new RegExp(String.raw`${unspaced}\p{M}*|\p{N}+|(?:(?!${unspaced})[\p{L}\p{M}])+`, "gu");

const fewestDigitsOfACode = 5;

/** The pieces of a text, in order. */
export function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const pieces = [...word.matchAll(piece)].flatMap((match) => {
      const term = folded(match[0]).replaceAll(/[^\p{L}\p{N}]/gu, "");
      const start = index + match.index;
      return term === "" ? [] : [{ term, start, end: start + match[0].length, isCode: false }];
    });
    const isAddress = word.includes("@");
    return pieces.map((each) => ({ ...each, isCode: isAddress || isLongNumber(each.term) }));
  });
}

const isLongNumber = (term: string) => term.length >= fewestDigitsOfACode && /^\p{N}+$/u.test(term);
