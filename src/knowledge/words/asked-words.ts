import { type Language, languages, languagesOf } from "./languages.ts";
import { tokensOf } from "./tokens.ts";

/** One word of a question, in every form it may stand in: any of them will do. Letters and digits only. */
export interface AskedWord {
  /** Whole terms. */
  terms: string[];
  /** How longer terms may begin: "rückgabe" finds "Rückgabefrist". */
  beginnings: string[];
  /** Terms that may be a part of it: "versandkosten" finds "Versand". */
  parts: string[];
}

/** Enough for any question; a pasted letter is not compared word by word. */
const maxWords = 12;
const shortestBeginning = 4;
/** From here on a German or Dutch word may be made of two. */
const shortestCompound = 9;
const shortestPart = 4;

/** The words of a question that say what it is about; none for "Hi!" or "Thanks, that helped". */
export function askedWords(question: string): AskedWord[] {
  const tokens = tokensOf(question);
  const spoken = languagesOf(tokens);
  const [language] = spoken;
  const meaningful = tokens.filter((token) => !language || !isEmpty(token, language));
  return [...new Set(meaningful)]
    .filter((token) => token.length > 1 || /\d/.test(token))
    .slice(0, maxWords)
    .map((token) => formsOf(token, spoken));
}

function isEmpty(token: string, language: Language): boolean {
  const { empty, stem } = languages[language];
  return empty.has(token) || empty.has(stem(token));
}

/** Of which language a short question is cannot be told, so it is reduced as each would. */
function formsOf(token: string, spoken: Language[]): AskedWord {
  const spellings = [token, token.replaceAll(/([aou])e/g, "$1")];
  const terms = [...new Set(spellings.flatMap((word) => [word, ...stemsOf(word)]))];
  const shortest = terms.reduce((one, other) => (other.length < one.length ? other : one));
  const mayBeCompound = spoken.every((language) => language === "de" || language === "nl");
  return {
    terms,
    beginnings: shortest.length < shortestBeginning ? [] : [shortest],
    parts: mayBeCompound ? partsOf(token) : [],
  };
}

const stemsOf = (word: string) => Object.values(languages).map(({ stem }) => stem(word));

function partsOf(token: string): string[] {
  if (token.length < shortestCompound) return [];
  const cuts = Array.from(
    { length: token.length - 2 * shortestPart + 1 },
    (_, index) => index + shortestPart,
  );
  const parts = cuts.flatMap((cut) => [token.slice(0, cut), token.slice(cut)]);
  const stems = parts.flatMap((part) => [languages.de.stem(part), languages.nl.stem(part)]);
  return [...new Set([...parts, ...stems])].filter((part) => part.length >= shortestPart);
}
