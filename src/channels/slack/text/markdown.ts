import type { RichTextBlockElement, RichTextElement } from "@slack/types";
import { fenced, opensCode } from "./fence.ts";
import { inlineToRichText } from "./inline.ts";
import { isListItem, listed } from "./list.ts";

/** Markdown as the assistant and agents write it, as the elements of a rich_text block. Never throws. */
export const markdownToRichText = (markdown: string): RichTextBlockElement[] =>
  blocksOf(markdown.replace(/\r\n?|[\u2028\u2029]/g, "\n").split("\n"), 0);

function blocksOf(lines: string[], depth: number): RichTextBlockElement[] {
  const parts: RichTextBlockElement[] = [];
  while (lines.length > 0)
    parts.push(
      ...(fenced(lines) ?? quoted(lines, depth) ?? listed(lines) ?? heading(lines) ?? paragraphs(lines)),
    );
  return parts;
}

const quote = /^ {0,3}> ?/;
const title = /^ {0,3}#{1,6} +(\S.*?)(?: +#+)? *$/;

/** Slack draws one bar beside a quote, however deep: quotes within quotes are told apart by standing alone. */
const deepest = 3;

function quoted(lines: string[], depth: number): RichTextBlockElement[] | undefined {
  if (depth > deepest || !quote.test(lines[0] ?? "")) return undefined;
  const inside = taken(lines, (line) => quote.test(line)).map((line) => line.replace(quote, ""));
  const parts: RichTextBlockElement[] = [];
  for (const part of blocksOf(inside, depth + 1)) {
    const last = parts.at(-1);
    if (part.type !== "rich_text_section") parts.push({ ...part, border: 1 });
    else if (last?.type === "rich_text_quote" && !last.border) last.elements.push(newLine, ...part.elements);
    else parts.push({ type: "rich_text_quote", elements: [...part.elements] });
  }
  return parts.map((part) => (part.type === "rich_text_quote" ? withoutBorder(part) : part));
}

const newLine: RichTextElement = { type: "text", text: "\n" };

const withoutBorder = ({ type, elements }: Extract<RichTextBlockElement, { type: "rich_text_quote" }>) => ({
  type,
  elements,
});

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
  !opensCode(line) && !quote.test(line) && !title.test(line) && !isListItem(line);

function taken(lines: string[], wanted: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !wanted(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}
