import { fold } from "./fold.ts";
import { dutch } from "./words/dutch.ts";
import { english } from "./words/english.ts";
import { french } from "./words/french.ts";
import { german } from "./words/german.ts";
import { italian } from "./words/italian.ts";
import { type Kind, kinds, type Vocabulary } from "./words/kinds.ts";
import { portuguese } from "./words/portuguese.ts";
import { spanish } from "./words/spanish.ts";

/** The first language that knows a word decides: visitors mix languages, and English is the one mixed in. */
const vocabularies: readonly Vocabulary[] = [english, german, french, spanish, portuguese, italian, dutch];

/** The longest entry, in words: "member of your team". */
export const longestEntry = 4;

/** What each word or fixed phrase means; words of a phrase are joined by one space. */
export const lexicon: ReadonlyMap<string, Kind> = buildLexicon();

/** First words of fixed phrases, so that a message is not searched for phrases at every word. */
export const phraseStarts: ReadonlySet<string> = new Set(
  [...lexicon.keys()]
    .filter((entry) => entry.includes(" "))
    .map((entry) => entry.slice(0, entry.indexOf(" "))),
);

/** Every word of a fixed phrase: "touch" means nothing alone, but "in touch" does. */
export const phraseWords: ReadonlySet<string> = new Set([...lexicon.keys()].flatMap(wordsOfPhrase));

export function isKnown(word: string): boolean {
  return lexicon.has(word) || phraseWords.has(word);
}

function wordsOfPhrase(entry: string): string[] {
  return entry.includes(" ") ? entry.split(" ") : [];
}

function buildLexicon(): Map<string, Kind> {
  const entries = new Map<string, Kind>();
  for (const vocabulary of vocabularies) {
    for (const kind of kinds) {
      for (const entry of entriesOf(vocabulary, kind)) if (!entries.has(entry)) entries.set(entry, kind);
    }
  }
  return entries;
}

function entriesOf(vocabulary: Vocabulary, kind: Kind): string[] {
  const list = vocabulary[kind] ?? "";
  return list.split(",").map((entry) => entry.trim().split(/\s+/).map(fold).join(" "));
}
