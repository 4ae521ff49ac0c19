import { inlineMarkup } from "./inline-markup.ts";
import { joined, type Markup, markup } from "./markup.ts";

const fence = /^ {0,3}(`{3,}|~{3,})/;
const quote = /^ {0,3}> ?/;
const heading = /^ {0,3}#{1,6} +(.+?) *#*$/;
const item = /^( *)([-*+•]|(\d{1,9})[.)]) +(?=\S)/;

/** Deeper nesting than anyone writes is shown as text. */
const deepest = 6;

/** Markdown as agents and the assistant write it, as HTML. Never throws; what does not add up stays as typed. */
export function markdownMarkup(text: string, depth = 0): Markup {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ").split("\n");
  const blocks: Markup[] = [];
  while (lines.length > 0) {
    if (!lines[0]?.trim()) lines.shift();
    else if (depth > deepest) blocks.push(paragraph(lines));
    else
      blocks.push(
        fenced(lines) ?? quoted(lines, depth) ?? titled(lines) ?? listed(lines, depth) ?? paragraph(lines),
      );
  }
  return joined(blocks);
}

function fenced(lines: string[]): Markup | undefined {
  const mark = fence.exec(lines[0] ?? "")?.[1];
  if (!mark) return undefined;
  lines.shift();
  const code = taken(lines, (line) => !line.trim().startsWith(mark));
  lines.shift();
  return markup`<pre><code>${code.join("\n")}</code></pre>`;
}

function quoted(lines: string[], depth: number): Markup | undefined {
  const inside = taken(lines, (line) => quote.test(line)).map((line) => line.replace(quote, ""));
  return inside.length > 0
    ? markup`<blockquote>${markdownMarkup(inside.join("\n"), depth + 1)}</blockquote>`
    : undefined;
}

function titled(lines: string[]): Markup | undefined {
  const title = heading.exec(lines[0] ?? "")?.[1];
  if (!title) return undefined;
  lines.shift();
  return markup`<p><strong>${inlineMarkup(title)}</strong></p>`;
}

/** An item goes on with the lines that are indented under it. */
function listed(lines: string[], depth: number): Markup | undefined {
  const first = item.exec(lines[0] ?? "");
  if (!first) return undefined;
  const indent = first[1]?.length ?? 0;
  const number = first[3];
  const items: Markup[] = [];
  for (let marked: RegExpExecArray | null = first; marked && isSibling(marked, indent, number); ) {
    const width = marked[0].length;
    const begin = (lines.shift() ?? "").slice(width);
    const rest = taken(lines, (line) => indentOf(line) > indent + 1).map((line) =>
      line.slice(Math.min(indentOf(line), width)),
    );
    items.push(markup`<li>${markdownMarkup([begin, ...rest].join("\n"), depth + 1)}</li>`);
    marked = item.exec(lines[0] ?? "");
  }
  return number === undefined
    ? markup`<ul>${items}</ul>`
    : markup`<ol start="${Number(number)}">${items}</ol>`;
}

const isSibling = (marked: RegExpExecArray, indent: number, number: string | undefined) =>
  (marked[1]?.length ?? 0) <= indent + 1 && (marked[3] === undefined) === (number === undefined);

const indentOf = (line: string) => (line.trim() ? line.length - line.trimStart().length : 0);

/** Every line break counts, as in a chat. */
function paragraph(lines: string[]): Markup {
  const first = lines.shift() ?? "";
  const rest = taken(lines, (line) => line.trim() !== "" && !begins(line));
  return markup`<p>${inlineMarkup([first, ...rest].map((line) => line.trim()).join("\n"))}</p>`;
}

/** Whether a line ends the paragraph before it. A number does only where a list begins: "in\n1986. What a year". */
function begins(line: string): boolean {
  const marked = item.exec(line);
  return (
    fence.test(line) || quote.test(line) || heading.test(line) || (!!marked && Number(marked[3] ?? 1) === 1)
  );
}

function taken(lines: string[], wanted: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !wanted(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}
