import { opensCode } from "./fence.ts";

/** Cuts long text into pieces of at most `max` characters, at line ends or spaces where there are any. Nothing is lost. */
export function cut(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = goodEnd(rest, max);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest || pieces.length === 0 ? [...pieces, rest] : pieces;
}

/** As `cut`; a code block that is cut is closed and opened again, so both halves look like code. */
export function cutMarkdown(markdown: string, max: number): string[] {
  let fence = "";
  return cut(markdown, max - 10).map((piece) => {
    const opening = fence ? `${fence}\n` : "";
    for (const line of piece.split("\n")) fence = fenceAfter(line, fence);
    return `${opening}${piece}${fence ? `${piece.endsWith("\n") ? "" : "\n"}${fence}` : ""}`;
  });
}

/** Which fence is open behind a line; one too long to be repeated in a piece is taken for text. */
function fenceAfter(line: string, open: string): string {
  if (open) return isFence(line.trim()) && line.trim().startsWith(open) ? "" : open;
  const opening = opensCode(line, line.length) ? line.trim().replace(/^(`+|~+).*$/, "$1") : "";
  return opening.length <= 4 ? opening : "";
}

const isFence = (line: string) => /^(`+|~+)$/.test(line);

function goodEnd(text: string, max: number): number {
  for (const border of ["\n", " "]) {
    const at = text.lastIndexOf(border, max - 1);
    if (at >= max / 2) return at + 1;
  }
  // Never between the two halves of one character.
  const last = text.charCodeAt(max - 1);
  return last >= 0xd800 && last <= 0xdbff ? max - 1 : max;
}
