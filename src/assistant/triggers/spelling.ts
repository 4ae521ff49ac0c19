import { isKnown, lexicon, phraseWords } from "./lexicon.ts";
import { createNeighbours } from "./neighbours.ts";
import type { Kind } from "./words/kinds.ts";

/** Only words a request is made of are forgiven their spelling. */
const forgiven: ReadonlySet<Kind> = new Set<Kind>([
  "HUMAN",
  "AGENT",
  "PERSON",
  "SOMEONE",
  "TEAM",
  "MACHINE",
  "REAL",
  "TALK",
  "TALKLAST",
  "PASSLAST",
  "TALKING",
  "CONTACT",
  "CONNECT",
  "PUT",
  "ESCALATE",
  "GIVE",
  "HELP",
  "WITH",
  "WANT",
]);
/** Short words have too many neighbours: only these are forgiven; and of the rest, only what stands close to a person. */
const alwaysForgiven: readonly string[] =
  "me to you get put give pass talk chat human agent staff with real live want need help from your would like dont not cant can have how possible through hold desk care touch member fucking freaking goddamn bloody".split(
    " ",
  );
const shortest = 3;
const longEnough = 5;
const longest = 18;
/** One slip, be it an unlikely one; likelier ones are believed before a forgotten space is. */
const oneSlip = 1.6;
const likelySlip = 1;
const [longestDoubted, mostDoubted] = [6, 1.3];

/** What people run together with the word before or after it. */
const glued: ReadonlySet<string> = new Set(
  "to with an a u the i me can cant you please pls of from us for and your damn my get give put be need want help in is cannot there now".split(
    " ",
  ),
);

/** What a word turned out to mean: one word, or the two that a forgotten space made one. */
export type Respelling = readonly [string] | readonly [string, string];

/** "humna" → "human", "totalk" → "to", "talk". Nothing when a word is right as it is or cannot be guessed. */
export type Respell = (word: string) => Respelling | undefined;

/** What a misspelling may turn out to be; of two as near the first counts. */
const targets: readonly string[] = [...new Set([...alwaysForgiven, ...longWords()])];
const { nearest, twoSlipsAway } = createNeighbours(targets);

/** `ordinaryWords` look like misspellings of what is sought, but are right as they are. */
export function createRespell(ordinaryWords: ReadonlySet<string>): Respell {
  const isDoubtful = (word: string) =>
    word.length >= shortest && word.length <= longest && !isKnown(word) && !ordinaryWords.has(word);

  const ordinary = createNeighbours([...ordinaryWords]);

  /** Two slips are believed when the word is not nearer to an ordinary one: "directons" is no director. */
  function correct(word: string): string | undefined {
    const near = nearest(word, oneSlip);
    return near ?? (ordinary.nearest(word, oneSlip) === undefined ? twoSlipsAway(word) : undefined);
  }

  function unglueMisspelt(word: string): [string, string] | undefined {
    for (let at = 1; at <= word.length - longEnough; at += 1) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      const meant = glued.has(first) && isDoubtful(second) ? nearest(second, oneSlip) : undefined;
      if (meant !== undefined) return [first, meant];
    }
    return undefined;
  }

  return (word) => {
    if (!isDoubtful(word)) return undefined;
    const meant = nearest(word, likelySlip) ?? unglue(word) ?? correct(word) ?? unglueMisspelt(word);
    return typeof meant === "string" ? [meant] : meant;
  };
}

function unglue(word: string): [string, string] | undefined {
  for (let at = 1; at < word.length; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (isPart(first) && isPart(second) && (second.length > 1 || second === "a")) return [first, second];
  }
  return undefined;
}

/** What a short ordinary word would be if it were a slip: "cat" → "chat". Longer ones are mostly other forms of a word. */
export function almost(word: string): string | undefined {
  return word.length >= shortest && word.length <= longestDoubted ? nearest(word, mostDoubted) : undefined;
}

/** The same for one message: a word is thought about once, and of very many only the first, which bounds the work. */
export function rememberingAtMost(most: number, respell: Respell): Respell {
  const known = new Map<string, Respelling | undefined>();
  return (word) => {
    if (!known.has(word) && known.size < most) known.set(word, respell(word));
    return known.get(word);
  };
}

/** Worth taking a word apart for. */
function isPart(word: string): boolean {
  if (glued.has(word)) return true;
  if (word.length <= shortest) return false;
  const kind = lexicon.get(word);
  return kind === "ADJECTIVE" || (kind !== undefined && forgiven.has(kind)) || phraseWords.has(word);
}

function longWords(): string[] {
  const entries = [...lexicon].filter(([, kind]) => forgiven.has(kind)).map(([entry]) => entry);
  return entries.flatMap((entry) => entry.split(" ")).filter((word) => word.length >= longEnough);
}
