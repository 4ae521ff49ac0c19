import { isKnown, lexicon, phraseWords } from "./lexicon.ts";
import { slipCost, slips } from "./slips.ts";
import type { Kind } from "./words/kinds.ts";

/** Only words a request is made of are forgiven their spelling. */
const forgiven: ReadonlySet<Kind> = new Set<Kind>([
  "HUMAN",
  "AGENT",
  "PERSON",
  "SOMEONE",
  "TEAM",
  "MACHINE",
  "REAL",
  "TALK",
  "TALKLAST",
  "PASSLAST",
  "TALKING",
  "CONTACT",
  "CONNECT",
  "PUT",
  "ESCALATE",
  "GIVE",
  "HELP",
  "WITH",
  "WANT",
]);
/** Short words have too many neighbours: only these are forgiven; and of the rest, only what stands close to a person. */
const alwaysForgiven: readonly string[] =
  "me to you get put give pass talk chat human agent staff with real live want need help from your would like dont not cant can have how possible through member fucking freaking goddamn bloody".split(
    " ",
  );
const shortest = 3;
const longEnough = 5;
const longWord = 8;
const longest = 18;
/** One slip, be it an unlikely one; likelier ones are believed before a forgotten space is. */
const oneSlip = 1.6;
const likelySlip = 1;
const [longestDoubted, mostDoubted] = [6, 1.3];

/** What people run together with the word before or after it. */
const glued: ReadonlySet<string> = new Set(
  "to with an a u the i me can cant you please pls of from us for and your damn my get give put be need want help in is cannot there now".split(
    " ",
  ),
);

/** What a word turned out to mean: one word, or the two that a forgotten space made one. */
export type Respelling = readonly [string] | readonly [string, string];

/** "humna" → "human", "totalk" → "to", "talk". Nothing when a word is right as it is or cannot be guessed. */
export type Respell = (word: string) => Respelling | undefined;

interface Target {
  word: string;
  letters: number;
}

/** What a misspelling may turn out to be; of two as near the first counts. */
const targets: readonly string[] = [...new Set([...alwaysForgiven, ...longWords()])];
const byShorterForm = indexByShorterForm();
const longByStart = indexLongByStart();

/** `ordinaryWords` look like misspellings of what is sought, but are right as they are. */
export function createRespell(ordinaryWords: ReadonlySet<string>): Respell {
  const isDoubtful = (word: string) =>
    word.length >= shortest && word.length <= longest && !isKnown(word) && !ordinaryWords.has(word);

  function correct(word: string): string | undefined {
    return nearest(word, oneSlip) ?? (word.length >= longWord ? twoSlipsAway(word) : undefined);
  }

  function unglueMisspelt(word: string): [string, string] | undefined {
    for (let at = 1; at < word.length - longEnough; at += 1) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      const meant = glued.has(first) && isDoubtful(second) ? nearest(second, oneSlip) : undefined;
      if (meant !== undefined) return [first, meant];
    }
    return undefined;
  }

  return (word) => {
    if (!isDoubtful(word)) return undefined;
    const meant = nearest(word, likelySlip) ?? unglue(word) ?? correct(word) ?? unglueMisspelt(word);
    return typeof meant === "string" ? [meant] : meant;
  };
}

function unglue(word: string): [string, string] | undefined {
  for (let at = 1; at < word.length; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (isPart(first) && isPart(second) && (second.length > 1 || second === "a")) return [first, second];
  }
  return undefined;
}

/** What a short ordinary word would be if it were a slip: "cat" → "chat". Longer ones are mostly other forms of a word. */
export function almost(word: string): string | undefined {
  return word.length >= shortest && word.length <= longestDoubted ? nearest(word, mostDoubted) : undefined;
}

/** The same for one message: a word is thought about once, and of very many only the first, which bounds the work. */
export function rememberingAtMost(most: number, respell: Respell): Respell {
  const known = new Map<string, Respelling | undefined>();
  return (word) => {
    if (!known.has(word) && known.size < most) known.set(word, respell(word));
    return known.get(word);
  };
}

/** Worth taking a word apart for. */
function isPart(word: string): boolean {
  if (glued.has(word)) return true;
  if (word.length <= shortest) return false;
  const kind = lexicon.get(word);
  return kind === "ADJECTIVE" || (kind !== undefined && forgiven.has(kind)) || phraseWords.has(word);
}

function longWords(): string[] {
  const entries = [...lexicon].filter(([, kind]) => forgiven.has(kind)).map(([entry]) => entry.split(" "));
  return entries.flatMap((words) =>
    words.filter((word) => word.length >= (words.length === 1 ? longEnough : longEnough - 1)),
  );
}

function nearest(word: string, most: number): string | undefined {
  let found: string | undefined;
  let least = most + 0.01;
  for (const form of [word, ...shorterForms(word)]) {
    for (const target of byShorterForm.get(form) ?? []) {
      const cost = slipCost(word, target);
      if (cost >= least) continue;
      least = cost;
      found = target;
    }
  }
  return found;
}

function twoSlipsAway(word: string): string | undefined {
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

function indexLongByStart(): Map<string, Target[]> {
  const index = new Map<string, Target[]>();
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
