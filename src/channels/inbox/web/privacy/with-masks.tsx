import type { ComponentChildren } from "preact";

/** What masking puts in the place of a card, a key or a password; of a card the last four digits stay. */
const mask = /•{3,}(?: •{4})*(?: \d{4}\b)?/g;

/** For screen readers, in what is read out. */
export const masksInWords = (text: string): string => text.replaceAll(mask, "masked");

/** A text whose masks are seen, and heard as what they are instead of as so many bullets. */
export function withMasks(text: string): ComponentChildren {
  if (!text.includes("•••")) return text;
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const { 0: dots, index } of text.matchAll(mask)) {
    const ending = /\d{4}$/.exec(dots);
    parts.push(
      text.slice(done, index),
      <span key={index} class="mask" role="img" aria-label={`masked${ending ? `, ends in ${ending}` : ""}`}>
        {dots}
      </span>,
    );
    done = index + dots.length;
  }
  return [...parts, text.slice(done)];
}
