import { secretsIn } from "./masked.ts";

/** What was made from a masked text, such as its translation, with the secrets of `original` where their masks stand. */
export function restored(made: string, original: string): string {
  let text = made;
  let from = 0;
  for (const { start, end, mask } of secretsIn(original)) {
    const at = text.indexOf(mask, from);
    if (at === -1) continue;
    const secret = original.slice(start, end);
    text = text.slice(0, at) + secret + text.slice(at + mask.length);
    from = at + secret.length;
  }
  return text;
}
