import { allLanguages, type Language, languages, languagesOf } from "./languages.ts";
import { tokensOf } from "./tokens.ts";

/** What a text is found by: each of its words as it stands and reduced to its stem, without those that say nothing. */
export function indexedTerms(text: string, language: Language): string[] {
  const { stem, empty } = languages[language];
  return tokensOf(text)
    .filter((token) => !empty.has(token))
    .flatMap((token) => [...new Set([token, stem(token)])]);
}

/** By its little words; where they do not tell, that of the BCP 47 tag, or else English. */
export function languageOf(text: string, tag = ""): Language {
  const [spoken] = languagesOf(tokensOf(text));
  return spoken ?? allLanguages.find((language) => tag.toLowerCase().split("-")[0] === language) ?? "en";
}
