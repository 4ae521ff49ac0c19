/** How a language speaks of people who come. */
export interface Language {
  /** They may stand anywhere and change nothing. */
  adverbs: RegExp;
  /** Said of what happens now or has happened: no condition makes an offer of it. */
  facts: RegExp[];
  /** Said of what is to happen: an offer when it is asked, or when it depends on something. */
  announcements: RegExp[];
  /** Before an announcement, they make it an offer. */
  offers: RegExp;
  /** After it, they do. */
  conditions: RegExp;
  negations: RegExp;
  people: RegExp;
  /** What one can be connected with as well: a page, the wifi. */
  things: RegExp;
}

interface Source {
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

/** Patterns over plain text. "…" stands for a few words between. */
export function language({
  parts,
  adverbs,
  facts,
  announcements,
  offers,
  conditions,
  negations,
  things,
}: Source): Language {
  const names = Object.keys(parts).sort((one, other) => other.length - one.length);
  const name = new RegExp(names.join("|"), "g");
  const expanded = (source: string): string =>
    source.replaceAll("…", few).replace(name, (found) => `(?:${expanded(parts[found] ?? "")})`);
  const whole = (source: string) => `\\b(?:${expanded(source)})(?![a-z0-9])`;
  const all = (sources: string[]) => sources.map((source) => new RegExp(whole(source), "g"));

  return {
    adverbs: new RegExp(`\\b(?:${expanded(adverbs)}) `, "g"),
    facts: all(facts),
    announcements: all(announcements),
    offers: new RegExp(
      `(?:^|[,;:.!–—(-] ?|\\b(?:and|but|then|so|und|et|y|e|en|dann|then) )(?:${expanded(offers)})\\b`,
    ),
    conditions: new RegExp(whole(conditions)),
    negations: new RegExp(whole(negations)),
    people: new RegExp(whole("PEOPLE")),
    things: new RegExp(`^(?: [\\w'-]+){0,4} ${whole(things)}`),
  };
}
