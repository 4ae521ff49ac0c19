import type { RichTextBlockElement } from "@slack/types";
import { inlineToRichText } from "./inline.ts";
import { isListItem, listed } from "./list.ts";

/** Markdown as the assistant and agents write it, as the elements of a rich_text block. Never throws. */
export function markdownToRichText(markdown: string): RichTextBlockElement[] {
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  const parts: RichTextBlockElement[] = [];
  while (lines.length > 0)
    parts.push(...(fenced(lines) ?? quoted(lines) ?? listed(lines) ?? heading(lines) ?? paragraphs(lines)));
  return parts;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const quote = /^ {0,3}> ?/;
const title = /^ {0,3}#{1,6} +(\S.*?)(?: +#+)? *$/;

function fenced(lines: string[]): RichTextBlockElement[] | undefined {
  const opening = fence.exec(lines[0] ?? "")?.[1];
  if (!opening) return undefined;
  lines.shift();
  const text = taken(lines, (line) => !(line.trim().startsWith(opening) && /^(`+|~+)$/.test(line.trim())));
  lines.shift();
  const inside = text.join("\n");
  return inside ? [{ type: "rich_text_preformatted", elements: [{ type: "text", text: inside }] }] : [];
}

function quoted(lines: string[]): RichTextBlockElement[] | undefined {
  const inside = taken(lines, (line) => quote.test(line)).map((line) => line.replace(quote, ""));
  if (inside.length === 0) return undefined;
  const elements = inlineToRichText(inside.join("\n"));
  return elements.length > 0 ? [{ type: "rich_text_quote", elements }] : [];
}

function heading(lines: string[]): RichTextBlockElement[] | undefined {
  const words = title.exec(lines[0] ?? "")?.[1];
  if (!words) return undefined;
  lines.shift();
  return [{ type: "rich_text_section", elements: inlineToRichText(words, { bold: true }) }];
}

/** Everything up to the next special line, blank lines included; those at its edges are only distance. */
function paragraphs(lines: string[]): RichTextBlockElement[] {
  const first = lines.shift() ?? "";
  const text = [first, ...taken(lines, isPlain)].join("\n").replace(/^\s*\n|\s+$/g, "");
  const elements = inlineToRichText(text);
  return elements.length > 0 ? [{ type: "rich_text_section", elements }] : [];
}

const isPlain = (line: string) =>
  !fence.test(line) && !quote.test(line) && !title.test(line) && !isListItem(line);

function taken(lines: string[], wanted: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !wanted(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}
