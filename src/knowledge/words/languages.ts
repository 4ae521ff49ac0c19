import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stopwords as dutchStopWords } from "@orama/stopwords/dutch";
import { stopwords as englishStopWords } from "@orama/stopwords/english";
import { stopwords as frenchStopWords } from "@orama/stopwords/french";
import { stopwords as germanStopWords } from "@orama/stopwords/german";
import { stopwords as italianStopWords } from "@orama/stopwords/italian";
import { stopwords as portugueseStopWords } from "@orama/stopwords/portuguese";
import { stopwords as spanishStopWords } from "@orama/stopwords/spanish";
import { filler } from "./filler.ts";
import { tokensOf } from "./tokens.ts";

export type Language = "en" | "de" | "fr" | "es" | "pt" | "it" | "nl";

interface Words {
  stem: (word: string) => string;
  /** Words that say nothing about what is asked. */
  empty: ReadonlySet<string>;
}

/** In the library's Spanish list these stand among the words that mean nothing; to customers they mean a lot. */
const meaningful = new Set(
  "cuenta empleo horas nuevo nueva nuevos nuevas pais tiempo total trabajo usar valor".split(" "),
);

const words = (language: Language, stem: Words["stem"], stopWords: string[]): Words => ({
  stem,
  empty: new Set([...stopWords, filler[language]].flatMap(tokensOf).filter((word) => !meaningful.has(word))),
});

export const languages: Record<Language, Words> = {
  en: words("en", english, englishStopWords),
  de: words("de", german, germanStopWords),
  fr: words("fr", french, frenchStopWords),
  es: words("es", spanish, spanishStopWords),
  // The library leaves "cartões" and "cartão" apart.
  pt: words("pt", (word) => portuguese(word.replace(/oes$/, "ao")), portugueseStopWords),
  it: words("it", italian, italianStopWords),
  nl: words("nl", dutch, dutchStopWords),
};

export const allLanguages = Object.keys(languages) as Language[];

/** The languages a text may be in, by its little words: one where they tell, several or none where they do not. */
export function languagesOf(tokens: readonly string[]): Language[] {
  const found = allLanguages.map(
    (language) => tokens.filter((token) => languages[language].empty.has(token)).length,
  );
  const most = Math.max(...found);
  return most === 0 ? [] : allLanguages.filter((_, index) => found[index] === most);
}
