import type { Article } from "./article.ts";
import { passagesOf } from "./passages.ts";
import type { IndexedPassage } from "./ports.ts";
import { indexedTerms, languageOf } from "./words/indexed-terms.ts";

/** An article's passages, with the terms they are found by. */
export function indexed({ title, text }: Pick<Article, "title" | "text">): IndexedPassage[] {
  const language = languageOf(`${title} ${text}`);
  return passagesOf(text).map((passage) => ({
    ...passage,
    titleTerms: indexedTerms(`${title} ${passage.heading}`, language),
    bodyTerms: indexedTerms(passage.text, language),
  }));
}
