import type { FoundPassage, KnowledgeStore } from "./ports.ts";
import { type AskedWord, askedWords } from "./words/asked-words.ts";

/** A passage that may answer a question. */
export interface Hit {
  passage: FoundPassage;
  /** From 0 to 1: how much of the question it speaks of. */
  share: number;
}

export interface Asked {
  /** What the visitor said last. */
  question: string;
  /** What they said before, the latest first: "and for kids?" asks about it too. */
  before?: string[];
  siteKey: string;
}

/** What a model is given: enough to answer, and little enough to be read with care. */
const maxHits = 5;
const maxCandidates = 40;
/** A passage that speaks of less of the question than this does not answer it. */
const leastShare = 0.34;
/** Beside the best, only what comes near it. */
const leastOfBest = 0.45;
/** A question of so few words may lean on what was said before. */
const fewWords = 2;
/** What earlier messages count for beside the last. */
const earlierWeight = 0.4;

/** Finds the passages that may answer a question; none when there are none, or when nothing was asked. */
export function createSearch(store: Pick<KnowledgeStore, "search">) {
  return async ({ question, before = [], siteKey }: Asked): Promise<Hit[]> => {
    const words = askedWords(question);
    if (words.length === 0) return [];
    const alone = await hits(words, [], siteKey);
    if (words.length > fewWords || before.length === 0) return alone;
    const together = await hits(words, askedWords(before.join("\n")), siteKey);
    const known = new Set(together.map(({ passage }) => idOf(passage)));
    return [...together, ...alone.filter(({ passage }) => !known.has(idOf(passage)))].slice(0, maxHits);
  };

  async function hits(words: AskedWord[], earlier: AskedWord[], siteKey: string): Promise<Hit[]> {
    const all = [...words, ...earlier];
    const { passages, spread, total } = await store.search(all, siteKey, maxCandidates);
    const weights = all.map((_, index) => {
      const weight = index < words.length ? 1 : earlierWeight;
      return weight * rarity(spread[index] ?? 0, total);
    });
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const ranked = passages
      .map((passage) => scored(passage, all, weights, whole))
      .filter(({ share }) => share >= leastShare)
      .toSorted((one, other) => other.score - one.score);
    const best = ranked[0]?.score ?? 0;
    return ranked
      .filter(({ score }) => score >= best * leastOfBest)
      .slice(0, maxHits)
      .map(({ passage, share }) => ({ passage, share }));
  }
}

const idOf = ({ articleId, position }: FoundPassage) => `${articleId}/${position}`;

/** What half of all passages speak of tells little; a word nobody wrote may be a name, or said for another. */
function rarity(spread: number, total: number): number {
  if (spread === 0) return 0.6;
  return Math.max(0.15, Math.log(1 + (total + 1) / spread) / Math.log(2 + total));
}

function scored(passage: FoundPassage, words: AskedWord[], weights: number[], whole: number) {
  const [title, body] = [termsIn(passage.titleTerms), termsIn(passage.bodyTerms)];
  let share = 0;
  let score = 0;
  words.forEach((word, index) => {
    const weight = weights[index] ?? 0;
    const [inTitle, inBody] = [strength(word, title), strength(word, body)];
    share += weight * Math.max(inTitle, inBody);
    score += weight * (inTitle * 1.5 + inBody);
  });
  return { passage, share: whole === 0 ? 0 : share / whole, score };
}

const termsIn = (terms: string[]) => ({ terms: new Set(terms), all: terms });

/** How surely a word stands among terms: as itself, as the beginning of a longer one, or by a part. */
function strength(
  { terms, beginnings, parts }: AskedWord,
  { terms: known, all }: ReturnType<typeof termsIn>,
) {
  if (terms.some((term) => known.has(term))) return 1;
  if (beginnings.some((beginning) => all.some((term) => term.startsWith(beginning)))) return 0.8;
  return parts.some((part) => known.has(part)) ? 0.6 : 0;
}
