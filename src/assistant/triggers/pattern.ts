import { type Kind, kinds } from "./words/kinds.ts";

const letters = new Map<string, string>(kinds.map((kind, at) => [kind, String.fromCharCode(0x3400 + at)]));

/** One character for each kind, so that a row of kinds can be searched with a regular expression. */
export function encode(row: readonly Kind[]): string {
  return row.map((kind) => letters.get(kind) ?? "").join("");
}

/**
 * A regular expression over kinds of words, written with their names: pattern("TALK (TO|WITH) A? HUMAN").
 * Names in `parts` stand for a piece used in several patterns. Every repetition must be bounded, which keeps the
 * work linear in the length of the message.
 */
export function pattern(source: string, parts: Readonly<Record<string, string>> = {}): RegExp {
  return new RegExp(translate(source, parts), "gu");
}

function translate(source: string, parts: Readonly<Record<string, string>>): string {
  return source
    .replace(/[A-Z]+/g, (name) => {
      const part = parts[name];
      if (part !== undefined) return `(?:${translate(part, parts)})`;
      const letter = letters.get(name);
      if (letter === undefined) throw new Error(`No kind of word is called ${name}.`);
      return letter;
    })
    .replace(/\s+/g, "");
}
