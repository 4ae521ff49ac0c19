import { slipCost, slips } from "./slips.ts";

/** From this length on a word may be two slips away. */
const longWord = 8;

/** Finds the words of a list that differ from a given one by a slip or two. */
export interface Neighbours {
  /** The nearest word whose one slip costs at most `most`; of two as near the first of the list. */
  nearest(word: string, most: number): string | undefined;
  /** For long words: one that begins with the same two letters and takes two slips. */
  twoSlipsAway(word: string): string | undefined;
}

export function createNeighbours(words: readonly string[]): Neighbours {
  const byShorterForm = new Map<string, string[]>();
  const longByStart = new Map<string, { word: string; letters: number }[]>();
  for (const word of words) {
    for (const form of [word, ...shorterForms(word)]) append(byShorterForm, form, word);
    if (word.length >= longWord) append(longByStart, word.slice(0, 2), { word, letters: lettersOf(word) });
  }
  return {
    nearest(word, most) {
      let found: string | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const form of [word, ...shorterForms(word)]) {
        for (const near of byShorterForm.get(form) ?? []) {
          const cost = slipCost(word, near);
          if (cost > most || cost >= least) continue;
          least = cost;
          found = near;
        }
      }
      return found;
    },
    twoSlipsAway(word) {
      if (word.length < longWord) return undefined;
      const letters = lettersOf(word);
      return longByStart
        .get(word.slice(0, 2))
        ?.find((near) => bits(letters ^ near.letters) <= 4 && slips(word, near.word, 2) <= 2)?.word;
    },
  };
}

/** Two words that differ by one slip have a form with one letter less in common. */
function shorterForms(word: string): string[] {
  const forms: string[] = [];
  for (let at = 0; at < word.length; at += 1) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

function append<Item>(index: Map<string, Item[]>, key: string, item: Item): void {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}

/** One bit for each letter of the alphabet a word has: two slips change at most four. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << ((word.charCodeAt(at) - 97) & 31);
  return letters;
}

function bits(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count += 1;
  return count;
}
