import { lexicon } from "./lexicon.ts";
import type { Kind } from "./words/kinds.ts";
import { ordinaryWords } from "./words/ordinary.ts";

/** Only words a request cannot do without are forgiven their spelling; small words have their variants listed. */
const forgiven: ReadonlySet<Kind> = new Set<Kind>([
  "HUMAN",
  "AGENT",
  "PERSON",
  "SOMEONE",
  "TEAM",
  "MACHINE",
  "REAL",
  "TALK",
  "LAST",
  "TALKING",
  "CONTACT",
  "CONNECT",
  "ESCALATE",
  "HELP",
  "WITH",
  "WANT",
]);
/** Short words have too many neighbours: only these are forgiven. */
const shortForgiven: ReadonlySet<string> = new Set([
  "talk",
  "chat",
  "speak",
  "human",
  "agent",
  "staff",
  "reach",
  "with",
  "direct",
  "real",
  "live",
  "want",
  "need",
]);
const shortest = 4;
const longEnough = 6;
const longWord = 8;
const longest = 18;

/** What people run together with the word before or after it. */
const glued: ReadonlySet<string> = new Set(
  "to with an a u the i me can cant you please pls of from us for and your damn my get give cannot there now".split(
    " ",
  ),
);

const targets = [...lexicon].filter(isForgiven).map(([word]) => word);
const byShorterForm = indexByShorterForm();
const longByStart = indexLongByStart();

/** The word that was probably meant: "humna" → "human". Nothing when it is a word of its own. */
export function correct(word: string): string | undefined {
  if (!isDoubtful(word)) return undefined;
  return oneSlip(word) ?? (word.length >= longWord ? twoSlips(word) : undefined);
}

/** The two words that a forgotten space made one: "totalk" → "to", "talk"; "liveagent" → "live", "agent". */
export function unglue(word: string): [string, string] | undefined {
  if (!isDoubtful(word)) return undefined;
  for (let at = 1; at < word.length; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (isWhole(first) && (isWhole(second) || glued.has(second))) return [first, second];
    const meant = glued.has(first) ? whole(second) : undefined;
    if (meant !== undefined) return [first, meant];
  }
  return undefined;
}

function whole(word: string): string | undefined {
  if (isWhole(word)) return word;
  return word.length > shortest && !ordinaryWords.has(word) && !lexicon.has(word) ? oneSlip(word) : undefined;
}

/** Worth taking a word apart for. */
function isWhole(word: string): boolean {
  const kind = word.length >= shortest ? lexicon.get(word) : undefined;
  return kind !== undefined && forgiven.has(kind);
}

function isDoubtful(word: string): boolean {
  return word.length >= shortest && word.length <= longest && !ordinaryWords.has(word);
}

function isForgiven([word, kind]: [string, Kind]): boolean {
  if (shortForgiven.has(word)) return true;
  if (!forgiven.has(kind) || word.includes(" ") || word.length > longest) return false;
  return word.length >= longEnough && kind !== "WANT";
}

function oneSlip(word: string): string | undefined {
  for (const form of [word, ...shorterForms(word)]) {
    for (const target of byShorterForm.get(form) ?? []) if (slips(word, target, 1) <= 1) return target;
  }
  return undefined;
}

function twoSlips(word: string): string | undefined {
  const letters = lettersOf(word);
  return longByStart
    .get(word.slice(0, 2))
    ?.find((target) => bits(letters ^ target.letters) <= 4 && slips(word, target.word, 2) <= 2)?.word;
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

function indexByShorterForm(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const target of targets) {
    for (const form of [target, ...shorterForms(target)]) append(index, form, target);
  }
  return index;
}

function indexLongByStart(): Map<string, { word: string; letters: number }[]> {
  const index = new Map<string, { word: string; letters: number }[]>();
  for (const word of targets) {
    if (word.length >= longWord) append(index, word.slice(0, 2), { word, letters: lettersOf(word) });
  }
  return index;
}

function append<Item>(index: Map<string, Item[]>, key: string, item: Item): void {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}

function shorterForms(word: string): string[] {
  const forms: string[] = [];
  for (let at = 0; at < word.length; at += 1) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

/** Letters dropped, added, swapped for another or with their neighbour (Damerau), counted up to `most` + 1. */
function slips(word: string, target: string, most: number): number {
  if (Math.abs(word.length - target.length) > most) return most + 1;
  let start = 0;
  while (start < word.length && start < target.length && word[start] === target[start]) start += 1;
  const a = word.slice(start);
  const b = target.slice(start);
  if (a === "" || b === "") return a.length + b.length;
  if (most === 0) return 1;
  const rest = (left: string, right: string) => 1 + slips(left, right, most - 1);
  const counts = [rest(a.slice(1), b), rest(a, b.slice(1)), rest(a.slice(1), b.slice(1))];
  if (a[0] === b[1] && a[1] === b[0]) counts.push(rest(a.slice(2), b.slice(2)));
  return Math.min(...counts);
}
