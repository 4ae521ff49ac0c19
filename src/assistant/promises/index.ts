import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { italian } from "./italian.ts";
import { type Language, people } from "./language.ts";
import { plain } from "./plain.ts";
import { portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";

const languages: readonly Language[] = [english, german, french, spanish, portuguese, italian, dutch];

/**
 * Whether a sentence of the assistant's says that people are called, will come, or were told. Only the server may say
 * so, when it happens. "I can connect you if you like" is an offer, and says nothing of the kind.
 */
export function isPromise(sentence: string): boolean {
  const text = plain(sentence);
  return languages.some(({ readings, facts, announcements, ...denials }) => {
    const read = readings(text);
    const isSaid = (pattern: RegExp, isOffer: (match: Match) => boolean) =>
      read.some((reading) =>
        matches(reading, pattern).some((match) => !isDenied(match, denials) && !isOffer(match)),
      );
    return (
      facts.some((fact) => isSaid(fact, () => false)) || announcements.some((one) => isSaid(one, isOffer))
    );
  });
}

/** Related languages read each other's promises, so each one's conditions count for all. */
const isOffer = ({ before, after }: Match) =>
  isQuestion(after) ||
  languages.some(({ offers, conditions }) => offers.test(before) || conditions.test(after));

interface Match {
  before: string;
  itself: string;
  after: string;
}

const matches = (text: string, pattern: RegExp): Match[] =>
  [...text.matchAll(pattern)].map((match) => ({
    before: text.slice(0, match.index),
    itself: match[0],
    after: text.slice(match.index + match[0].length),
  }));

/** "Ich verbinde Sie nicht": the denial is in it, or comes at once. "I'll connect you to our help pages": not to people. */
const isDenied = ({ itself, after }: Match, { negations, things }: Pick<Language, "negations" | "things">) =>
  negations.test(itself + after.slice(0, 8)) || (things.test(after) && !people.test(itself + after));

/** "Ti metto in contatto con un collega?", with or without "va bene?" after it; not "…, what is your name?" */
const isQuestion = (after: string) => /^[^,;:–—?]*(?:[,–—-] ?(?:[^\s?]+ ?){0,3})?\?/.test(after);
