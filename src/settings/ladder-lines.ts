import type { Ladder } from "./ladder.ts";

/** "2 mention S0123ABCD" */
export const ladderLines = (ladder: Ladder): string[] =>
  ladder.map(({ kind, minutes, who }) => [minutes, kind, ...who].join(" "));

/** As people write it: "2 mention S0123ABCD", "5 min: email". Not checked: what makes no sense is refused where it is kept. */
export const ladderFrom = (lines: readonly string[]): Ladder =>
  lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [minutes = "", ...rest] = line.split(/[\s,:;]+/).filter(Boolean);
      const [kind = "", ...who] = rest.filter((word) => !/^(min|mins|minute|minutes)$/i.test(word));
      return {
        kind: kind.toLowerCase() as Ladder[number]["kind"],
        minutes: Number(minutes),
        who: who.map((id) => id.toUpperCase()),
      };
    });
