import { unescaped } from "../text/escape.ts";

/** A command's text as the person typed it: Slack puts channels, people and addresses into angle brackets. */
export function typed(text: string): string {
  const plain = text.replaceAll(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_whole, inside: string, label = "") => {
    if (inside.startsWith("#")) return inside.slice(1);
    if (inside.startsWith("@")) return inside;
    if (inside.startsWith("!")) return label || `@${inside.slice(1)}`;
    return label || inside.replace(/^(?:mailto|tel):/, "");
  });
  return unescaped(plain)
    .replaceAll(/[“”„«»]/g, '"')
    .trim();
}

/** The first word, in small letters, and the rest. */
export function firstWord(text: string): [word: string, rest: string] {
  const [word = "", rest = ""] = text.trim().split(/\s+(.*)/s);
  return [word.toLowerCase(), rest.trim()];
}

/** Without the quotes around it. */
export const unquoted = (text: string) =>
  text
    .trim()
    .replace(/^(["'])(.*)\1$/s, "$2")
    .trim();
