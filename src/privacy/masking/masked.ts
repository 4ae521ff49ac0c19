import { cardsIn } from "./cards.ts";
import { keysIn } from "./keys.ts";
import { passwordsIn } from "./passwords.ts";
import type { Secret } from "./secret.ts";

/** A text as it may leave: cards, keys and passwords are masked, all else stands as it was. Masking again changes nothing. */
export function masked(text: string): string {
  let shown = "";
  let at = 0;
  for (const { start, end, mask } of secretsIn(text)) {
    shown += text.slice(at, start) + mask;
    at = end;
  }
  return shown + text.slice(at);
}

/** In order, none within another. */
export function secretsIn(text: string): Secret[] {
  if (text.length < shortestSecret) return [];
  const all = [...keysIn(text), ...cardsIn(text), ...passwordsIn(text)];
  const sorted = all.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const apart: Secret[] = [];
  for (const secret of sorted) if (secret.start >= (apart.at(-1)?.end ?? 0)) apart.push(secret);
  return apart;
}

/** “pwd: abc”, “PIN: 123”. */
const shortestSecret = 7;
