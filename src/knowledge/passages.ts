import { marked } from "marked";
import type { Passage } from "./article.ts";

/** Characters: a few paragraphs. Longer ones would bring a model much that nobody asked about. */
const maxLength = 1_200;
/** More than this of one article is not read. */
const maxPassages = 400;

/** A Markdown text in passages: at each heading a new one, and where a section is long, between its paragraphs. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  const headings: string[] = [];
  let body = "";

  const flush = () => {
    const heading = headings.filter(Boolean).join(" › ");
    if (body.trim()) passages.push({ heading, text: body.trim() });
    body = "";
  };

  for (const token of marked.lexer(text)) {
    if (token.type === "heading") {
      flush();
      headings.length = token.depth - 1;
      headings[token.depth - 1] = plainWords(token.text);
      continue;
    }
    for (const piece of piecesOf(token.raw)) {
      if (body && body.length + piece.length > maxLength) flush();
      body += piece;
    }
  }
  flush();
  return passages.slice(0, maxPassages);
}

const plainWords = (heading: string) =>
  heading
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[*_`]/g, "")
    .trim();

/** A paragraph that is too long in itself is cut after lines, then sentences, then anywhere. */
function piecesOf(block: string): string[] {
  if (block.length <= maxLength) return [block];
  return (block.match(/[^\n]+\n*|\n+/g) ?? [])
    .flatMap((line) => (line.length <= maxLength ? [line] : (line.match(/.+?(?:[.!?]\s+|$)/gs) ?? [])))
    .flatMap((sentence) => sentence.match(new RegExp(`[\\s\\S]{1,${maxLength}}`, "g")) ?? []);
}
