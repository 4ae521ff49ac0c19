import { type Language, languages, languagesOf } from "./languages.ts";
import { tokensOf } from "./tokens.ts";

/** What a text is found by: each of its words as it stands and reduced to its stem, without those that say nothing. */
export function indexedTerms(text: string, language: Language): string[] {
  const { stem, empty } = languages[language];
  return tokensOf(text)
    .filter((token) => !empty.has(token))
    .flatMap((token) => [...new Set([token, stem(token)])]);
}

/** English where its little words do not tell. */
export const languageOf = (text: string): Language => languagesOf(tokensOf(text))[0] ?? "en";
