import { isKnown, lexicon, longestEntry, phraseStarts } from "./lexicon.ts";
import { encode } from "./pattern.ts";
import { almost } from "./spelling.ts";
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
  return readWords(split(text));
}

/** Of a longer message no word is doubted that is right as it stands. */
const maxDoubtedWords = 16;

/** The same message with one ordinary word taken for a slip: "how can I cat with an agent". */
export function* rereadings(text: string): Iterable<Reading> {
  const words = split(text);
  if (words.length > maxDoubtedWords) return;
  for (const [at, word] of words.entries()) {
    if (!word.isWord || word.corrected || isKnown(word.text)) continue;
    const meant = almost(word.text);
    if (meant !== undefined) yield readWords(words.with(at, { ...word, text: meant, corrected: true }));
  }
}

function readWords(words: readonly Word[]): Reading {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const taken = phraseAt(words, at);
    tokens.push(token(words.slice(at, at + taken)));
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

function token(words: readonly Word[]): Token {
  const text = words.map((word) => word.text).join(" ");
  return {
    kind: words[0]?.isWord === false ? punctuation(text) : kindOf(text),
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    corrected: words.some((word) => word.corrected),
  };
}

function kindOf(text: string): Kind {
  return lexicon.get(text) ?? (/^\p{L}{1,2}$/u.test(text) ? "SCRAP" : "OTHER");
}

function punctuation(text: string): Kind {
  if (text.includes("?")) return "QUESTION";
  if (text.includes("!")) return "SHOUT";
  return /^[,¿¡]+$/.test(text) ? "COMMA" : "STOP";
}
