import { type Piece, piecesOf } from "./pieces.ts";

/** Of an address or a number, this much must be known to find it by its middle or end. */
export const shortestPart = 3;
/** How much of an address is found by a part that begins inside one of its pieces. */
const piecesAfterAPart = 3;

/**
 * What a text is found by, the same on every database: its pieces in order, and after them the ends of those that are
 * parts of addresses and numbers, each with what follows it. Separated by spaces.
 */
export function termsOf(text: string): string {
  const pieces = piecesOf(text);
  return [...pieces.map(({ term }) => term), ...pieces.flatMap(endsOf)].join(" ");
}

function endsOf({ term, isCode }: Piece, index: number, pieces: Piece[]): string[] {
  if (!isCode) return [];
  const following = pieces.slice(index + 1, index + 1 + piecesAfterAPart).map((next) => next.term);
  const signs = [...term];
  return signs
    .slice(1, Math.max(1, signs.length - shortestPart + 1))
    .flatMap((_, at) => [signs.slice(at + 1).join(""), ...following]);
}
