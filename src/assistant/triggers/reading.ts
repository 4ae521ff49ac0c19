import { lexicon, longestEntry, phraseStarts } from "./lexicon.ts";
import { encode } from "./pattern.ts";
import { correct } from "./spelling.ts";
import { split, type Word } from "./split.ts";
import type { Kind } from "./words/kinds.ts";

/** A word or fixed phrase of the message, with where it stands in it. */
export interface Token {
  kind: Kind;
  start: number;
  end: number;
  corrected: boolean;
}

/** A message as the rules see it: `shape` has one character for each token's kind. */
export interface Reading {
  tokens: readonly Token[];
  shape: string;
}

export function read(text: string): Reading {
  const words = split(text);
  const tokens: Token[] = [];
  const corrections = new Map<string, Kind | undefined>();
  for (let at = 0; at < words.length; ) {
    const taken = phraseAt(words, at);
    tokens.push(token(words, at, taken, corrections));
    at += taken;
  }
  return { tokens, shape: encode(tokens.map((one) => one.kind)) };
}

/** How many words the longest fixed phrase beginning here takes; 1 when there is none. */
function phraseAt(words: readonly Word[], at: number): number {
  const first = words[at];
  if (!first?.isWord || !phraseStarts.has(first.text)) return 1;
  let phrase = first.text;
  let longest = 1;
  for (let count = 2; count <= longestEntry; count += 1) {
    const next = words[at + count - 1];
    if (!next?.isWord) break;
    phrase = `${phrase} ${next.text}`;
    if (lexicon.has(phrase)) longest = count;
  }
  return longest;
}

/** `corrections` remembers what this message's misspelt words turned out to mean. */
function token(
  words: readonly Word[],
  at: number,
  count: number,
  corrections: Map<string, Kind | undefined>,
): Token {
  const [first, last] = [words[at], words[at + count - 1]];
  const text = count === 1 ? (first?.text ?? "") : textOf(words.slice(at, at + count));
  const place = { start: first?.start ?? 0, end: last?.end ?? 0 };
  if (first?.isWord === false) return { kind: punctuation(text), ...place, corrected: false };
  const known = lexicon.get(text);
  if (known) return { kind: known, ...place, corrected: false };
  if (!corrections.has(text)) corrections.set(text, kindMeant(text));
  const meant = corrections.get(text);
  return { kind: meant ?? "OTHER", ...place, corrected: meant !== undefined };
}

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(" ");
}

function kindMeant(text: string): Kind | undefined {
  if (/^\p{L}{1,2}$/u.test(text)) return "SCRAP";
  const meant = correct(text);
  return meant === undefined ? undefined : lexicon.get(meant);
}

function punctuation(text: string): Kind {
  if (text.includes("?")) return "QUESTION";
  if (text.includes("!")) return "SHOUT";
  return /^[,¿¡]+$/.test(text) ? "COMMA" : "STOP";
}
