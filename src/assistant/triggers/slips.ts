/** The rows of a keyboard, for slips to the key beside the one meant. */
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"] as const;
const [swapped, doubled, beside, any, atStart] = [0.8, 0.9, 1, 1.3, 0.2];

/** How unlikely the one slip is that makes `target` into `word`; Infinity when it takes more than one. */
export function slipCost(word: string, target: string): number {
  const start = sameStart(word, target);
  const a = word.slice(start);
  const b = target.slice(start);
  if (a === b) return 0;
  const cost =
    a.length === b.length
      ? changed(a, b)
      : a.length > b.length
        ? added(a, b, word[start - 1])
        : dropped(a, b);
  return start === 0 && cost > swapped ? cost + atStart : cost;
}

/** Letters dropped, added, swapped for another or with their neighbour (Damerau), counted up to `most` + 1. */
export function slips(word: string, target: string, most: number): number {
  if (Math.abs(word.length - target.length) > most) return most + 1;
  const start = sameStart(word, target);
  const a = word.slice(start);
  const b = target.slice(start);
  if (a === "" || b === "") return a.length + b.length;
  if (most === 0) return 1;
  const rest = (left: string, right: string) => 1 + slips(left, right, most - 1);
  const counts = [rest(a.slice(1), b), rest(a, b.slice(1)), rest(a.slice(1), b.slice(1))];
  if (a[0] === b[1] && a[1] === b[0]) counts.push(rest(a.slice(2), b.slice(2)));
  return Math.min(...counts);
}

function sameStart(word: string, target: string): number {
  let at = 0;
  while (at < word.length && at < target.length && word[at] === target[at]) at += 1;
  return at;
}

function changed(a: string, b: string): number {
  if (a.slice(1) === b.slice(1)) return areNeighbours(a[0], b[0]) ? beside : any;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2) ? swapped : Number.POSITIVE_INFINITY;
}

function added(a: string, b: string, before: string | undefined): number {
  if (a.slice(1) !== b) return Number.POSITIVE_INFINITY;
  if (a[0] === a[1]) return doubled;
  return areNeighbours(a[0], a[1]) || areNeighbours(a[0], before) ? beside : any;
}

function dropped(a: string, b: string): number {
  return a === b.slice(1) ? beside : Number.POSITIVE_INFINITY;
}

function areNeighbours(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  return (
    a !== undefined && b !== undefined && Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1
  );
}

function placeOf(letter: string | undefined): { row: number; column: number } | undefined {
  if (letter === undefined) return undefined;
  const row = rows.findIndex((keys) => keys.includes(letter));
  // Each row begins a third of a key further right.
  return row < 0 ? undefined : { row, column: (rows[row]?.indexOf(letter) ?? 0) + row / 3 };
}
