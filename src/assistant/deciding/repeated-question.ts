import { fold } from "../triggers/fold.ts";
import type { Trigger } from "../triggers/index.ts";

/** Somebody who asks this often was not helped. */
const times = 3;
/** So much of both messages must be the same. */
const alike = 0.6;
/** Longer messages tell a story rather than ask. */
const maxTextLength = 500;
/** Further back it is no longer going round in circles. */
const maxLookBack = 30;

/** Offers a person when the last of these messages asks practically the same for the third time; without a model. */
export function repeatedQuestion(texts: readonly string[]): Trigger | undefined {
  const last = texts.at(-1);
  if (last === undefined || texts.length < times) return undefined;
  const asked = questionIn(last);
  if (!asked) return undefined;

  const similarities = texts
    .slice(-1 - maxLookBack, -1)
    .filter((text) => text.length * 3 > last.length && text.length < last.length * 3)
    .map((text) => similarity(asked, questionIn(text)))
    .filter((similar) => similar >= alike)
    .sort((one, other) => other - one);
  const weakest = similarities[times - 2];
  if (weakest === undefined) return undefined;
  const confidence = Math.round(weakest * 90) / 100;
  return { level: "offer", rule: "repeats-a-question", matched: last.slice(0, 200), confidence };
}

type Question = Map<string, number>;

/** Its words, each with the weight it has; undefined for what is too little, or too much, to be a question again. */
function questionIn(text: string): Question | undefined {
  if (text.length > maxTextLength) return undefined;
  const words: Question = new Map();
  const all = wordsOf(text).map((word) => fold(word.toLowerCase()));
  if (answers.has(all[0] ?? "")) return undefined;
  for (const word of all) {
    if (!insisting.has(word)) words.set(word, weightOf(word));
  }
  return words.size >= 2 && sum(words.values()) >= 6 ? words : undefined;
}

function wordsOf(text: string): string[] {
  if (!withoutSpaces.test(text)) return text.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Knows where words end in scripts that do not show it, and takes its time. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Long words say what a question is about. One character of Chinese or Japanese is as good as a syllable. */
const weightOf = (word: string) => (/^[\x20-\x7e]*$/.test(word) ? word.length : word.length * 2);

/**
 * How much of the two is the same, from 0 to 1. Two questions that each have a word of their own are two questions:
 * "Do you ship to Norway?" and "Do you ship to Sweden?".
 */
function similarity(one: Question, other: Question | undefined): number {
  if (!other) return 0;
  const mine = unmatched(one, other);
  if (sum(mine.map(weightOf)) > sum(one.values()) * (1 - alike)) return 0;
  const theirs = unmatched(other, one);
  if (mine.some(isTelling) && theirs.some(isTelling)) return 0;
  if (mine.some(isNumber) || theirs.some(isNumber)) return 0;
  const share = (question: Question, rest: string[]) => 1 - sum(rest.map(weightOf)) / sum(question.values());
  return Math.min(share(one, mine), share(other, theirs));
}

const unmatched = (question: Question, other: Question) =>
  [...question.keys()].filter(
    (word) => !other.has(word) && ![...other.keys()].some((known) => isFormOf(word, known)),
  );

/** "cancel" and "cancelling", "ordr" and "order": the same but for its end, or for a letter of a longer word. */
function isFormOf(one: string, other: string): boolean {
  if (one[0] !== other[0]) return false;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (shorter.length < 4 || longer.length - shorter.length > 4 || isNumber(longer)) return false;
  const same = countSame((at) => one[at] === other[at], shorter.length);
  if (same >= Math.max(4, shorter.length - 1)) return true;
  const sameEnd = countSame((at) => one.at(-1 - at) === other.at(-1 - at), shorter.length - same);
  const isOneOff = same + sameEnd >= longer.length - 1;
  return isOneOff && (shorter.length >= 6 || shorter.length < longer.length);
}

function countSame(isSame: (at: number) => boolean, most: number): number {
  let count = 0;
  while (count < most && isSame(count)) count += 1;
  return count;
}

const isTelling = (word: string) => weightOf(word) >= 4;
const isNumber = (word: string) => /\p{N}/u.test(word);

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** Who begins so answers a question. */
const answers = new Set("yes yeah yep no nope ja nein nee oui non si sim nao".split(" "));

/** What people add when they ask again, and what they say that is no question. */
const insisting = new Set(
  `please again still now already asked ask asking said say saying told just so but and hello hi hey well ok okay sorry i
  question same repeat answer thank thanks very much danke merci gracias grazie obrigado obrigada dank
  bitte nochmal noch immer schon gefragt sagte hallo also aber und jetzt ich habe
  encore deja toujours demande bonjour alors mais et je svp
  otra vez por favor ya pregunte hola pero y ahora
  ancora gia chiesto ciao ma e allora per favore
  ja perguntei ola mas novo
  nogmaals al gevraagd hallo maar en nu`
    .trim()
    .split(/\s+/),
);
