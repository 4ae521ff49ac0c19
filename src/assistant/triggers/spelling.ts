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
  "TALKING",
  "CONTACT",
  "CONNECT",
  "ESCALATE",
  "WITH",
  "WISH",
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
  "real",
  "live",
  "want",
  "need",
]);
const shortest = 4;
const longEnough = 6;
const longWord = 9;
const longest = 18;

const smallWordBefore = /^(to|an|a|u|with|the|i|me)(.+)$/;
const smallWordAfter = /^(.+?)(to|with|an|a|me)$/;

const targets = [...lexicon].filter(isForgiven).map(([word]) => word);
const byShorterForm = indexByShorterForm();
const longByStart = indexLongByStart();

/** The word that was probably meant: "humna" → "human". Nothing when it is a word of its own. */
export function correct(word: string): string | undefined {
  if (!isDoubtful(word)) return undefined;
  return oneSlip(word) ?? (word.length >= longWord ? twoSlips(word) : undefined);
}

/** The two words that a forgotten space made one: "totalk" → "to", "talk"; "speakwith" → "speak", "with". */
export function unglue(word: string): [string, string] | undefined {
  if (!isDoubtful(word)) return undefined;
  const [, before = "", rest = ""] = smallWordBefore.exec(word) ?? [];
  if (isWhole(rest)) return [before, rest];
  const [, start = "", after = ""] = smallWordAfter.exec(word) ?? [];
  if (isWhole(start)) return [start, after];
  return undefined;
}

/** Worth taking a word apart for; "alive" is no "a live". */
function isWhole(word: string): boolean {
  const kind = lexicon.get(word);
  return word.length >= shortest && kind !== undefined && (forgiven.has(kind) || kind === "HELP");
}

function isDoubtful(word: string): boolean {
  return word.length >= shortest && word.length <= longest && !word.endsWith("'") && !ordinaryWords.has(word);
}

function isForgiven([word, kind]: [string, Kind]): boolean {
  if (!forgiven.has(kind) || word.includes(" ") || word.length > longest) return false;
  return word.length >= longEnough || shortForgiven.has(word);
}

function oneSlip(word: string): string | undefined {
  for (const form of [word, ...shorterForms(word)]) {
    for (const target of byShorterForm.get(form) ?? []) if (slips(word, target, 1) <= 1) return target;
  }
  return undefined;
}

function twoSlips(word: string): string | undefined {
  return longByStart.get(word.slice(0, 2))?.find((target) => slips(word, target, 2) <= 2);
}

function indexByShorterForm(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const target of targets) {
    for (const form of [target, ...shorterForms(target)]) append(index, form, target);
  }
  return index;
}

function indexLongByStart(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const target of targets) if (target.length >= longWord) append(index, target.slice(0, 2), target);
  return index;
}

function append(index: Map<string, string[]>, key: string, target: string): void {
  const list = index.get(key);
  if (list) list.push(target);
  else index.set(key, [target]);
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
