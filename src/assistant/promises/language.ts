/** How a language speaks of people who come. */
export interface Language {
  /** A sentence, plain, as the patterns read it: with and without the adverbs that change nothing. */
  readings(text: string): string[];
  /** Said of what happens now or has happened: no condition makes an offer of it. */
  facts: RegExp[];
  /** Said of what is to happen: an offer when it is asked, or when it depends on something. */
  announcements: RegExp[];
  /** Before an announcement, they make it an offer. */
  offers: RegExp;
  /** After it, they do. */
  conditions: RegExp;
  negations: RegExp;
  /** What one can be connected with as well: a page, the wifi. */
  things: RegExp;
}

interface Source {
  /** PEOPLE in the patterns. */
  people: string;
  /** MATTER in the patterns: "your request". */
  matters: string;
  /** Pieces that are used in several patterns, by the name they have there in capitals. */
  parts: Record<string, string>;
  adverbs: string;
  facts: string[];
  announcements: string[];
  offers: string;
  conditions: string;
  negations: string;
  things: string;
}

/** A few words of the same clause, but no full stop. */
const few = "[^.?!;:]{0,45}?";

/** They stand in a reading for the many words they mean, or each pattern would hold them all and take long to make. */
const stands = { PEOPLE: "qqpeople", MATTER: "qqmatter" };
export const people = new RegExp(stands.PEOPLE);

/** Patterns over plain text. "…" stands for a few words between. */
export function language(source: Source): Language {
  const parts: Record<string, string> = { ...source.parts, ...stands };
  const names = Object.keys(parts).sort((one, other) => other.length - one.length);
  const name = new RegExp(names.join("|"), "g");
  const expanded = (pattern: string): string =>
    pattern.replaceAll("…", few).replace(name, (found) => `(?:${expanded(parts[found] ?? "")})`);
  const whole = (pattern: string) => `\\b(?:${expanded(pattern)})(?![a-z0-9])`;
  const all = (patterns: string[]) => patterns.map((pattern) => new RegExp(whole(pattern), "g"));

  const matters = new RegExp(whole(source.matters), "g");
  const somebody = new RegExp(whole(source.people), "g");
  const adverbs = new RegExp(`\\b(?:${expanded(source.adverbs)}) `, "g");

  return {
    readings(text) {
      const reading = text.replace(matters, stands.MATTER).replace(somebody, stands.PEOPLE);
      return [reading, reading.replace(adverbs, "")];
    },
    facts: all(source.facts),
    announcements: all(source.announcements),
    offers: new RegExp(
      `(?:^|[,;:.!–—(-] ?|\\b(?:and|but|then|so|und|et|y|e|en|dann|then) )(?:${expanded(source.offers)})\\b`,
    ),
    conditions: new RegExp(whole(source.conditions)),
    negations: new RegExp(whole(source.negations)),
    things: new RegExp(`^(?: [\\w'-]+){0,4} ${whole(source.things)}`),
  };
}
