import { type Callable, calledBy } from "./callable.ts";
import type { Ladder } from "./ladder.ts";

/** "2 mention @support-team, Ana López"; whoever's name is not known stands there by Slack's id. */
export const ladderLines = (ladder: Ladder, callable: readonly Callable[] = []): string[] =>
  ladder.map(({ kind, minutes, who }) => {
    const names = who.map((id) => {
      const known = callable.find((one) => one.id === id);
      return known ? calledBy(known) : id;
    });
    return [`${minutes} ${kind}`, names.join(", ")].join(" ").trim();
  });

/**
 * As people write it: "2 mention @support-team, Ana López", "4 direct U0123ABCD U0456ABCD", "5 min: email". Not checked:
 * what makes no sense is refused where it is kept.
 */
export const ladderFrom = (lines: readonly string[], callable: readonly Callable[] = []): Ladder =>
  lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [minutes, afterNumber] = firstWord(line);
      const [kind, who] = firstWord(afterNumber.replace(/^min(ute)?s?\b[\s:;,]*/i, ""));
      return {
        kind: kind.toLowerCase() as Ladder[number]["kind"],
        minutes: Number(minutes),
        who: namesIn(who).map((name) => idOf(name, callable)),
      };
    });

function firstWord(text: string): [string, string] {
  const [word = ""] = /^[^\s:;,]*/.exec(text) ?? [];
  return [word, text.slice(word.length).replace(/^[\s:;,]+/, "")];
}

/** Names have spaces, so commas part them; ids need none. */
function namesIn(text: string): string[] {
  const isIdsOnly = /^[SUW][A-Z0-9]{4,}([\s,]+[SUW][A-Z0-9]{4,})*$/i.test(text);
  return text
    .split(isIdsOnly ? /[\s,]+/ : /\s*,\s*/)
    .map((name) => name.trim())
    .filter(Boolean);
}

function idOf(name: string, callable: readonly Callable[]): string {
  const bare = name.replace(/^@/, "").toLowerCase();
  const known = callable.find((one) => one.name.toLowerCase() === bare);
  return known?.id ?? name.toUpperCase();
}
