import type { Block } from "../message.ts";
import { composeInline, type Inline, type Names } from "./inline.ts";
import { asText } from "./text.ts";

export type { Names };
export type RichTextPart =
  | { type: "rich_text_section"; elements: Inline[] }
  | { type: "rich_text_quote"; elements: Inline[] }
  | { type: "rich_text_preformatted"; elements: Inline[]; border: 0 }
  | {
      type: "rich_text_list";
      style: "bullet" | "ordered";
      indent: number;
      border: 0;
      elements: { type: "rich_text_section"; elements: Inline[] }[];
    };

/** What Slack's composer makes of typed text: the rich_text block, and `text` as its escaped fallback. */
export function compose(typed: string, names: Names, blockId: string): { text: string; blocks: Block[] } {
  const parts = paragraphs(typed, names);
  if (!parts.length) return { text: "", blocks: [] };
  return { text: asText(parts), blocks: [{ type: "rich_text", block_id: blockId, elements: parts }] };
}

function paragraphs(typed: string, names: Names): RichTextPart[] {
  const parts: RichTextPart[] = [];
  const lines = typed.replaceAll("\r\n", "\n").replace(/\n+$/, "").split("\n");
  while (lines.length) {
    const part = codeBlock(lines) ?? quote(lines, names) ?? list(lines, names) ?? section(lines, names);
    if (part.elements.length) parts.push(part);
  }
  return parts;
}

function codeBlock(lines: string[]): RichTextPart | undefined {
  if (!lines[0]?.startsWith("```")) return undefined;
  const rest = lines.join("\n").slice(3);
  const end = rest.indexOf("```");
  if (end < 0) return undefined;
  const after = rest.slice(end + 3).replace(/^\n/, "");
  lines.splice(0, lines.length, ...(after ? after.split("\n") : []));
  return {
    type: "rich_text_preformatted",
    border: 0,
    elements: [{ type: "text", text: rest.slice(0, end).replace(/^\n|\n$/g, "") }],
  };
}

function quote(lines: string[], names: Names): RichTextPart | undefined {
  const quoted = takeWhile(lines, (line) => /^>( |$)/.test(line)).map((line) => line.slice(2));
  return quoted.length
    ? { type: "rich_text_quote", elements: composeInline(quoted.join("\n"), names) }
    : undefined;
}

const item = /^( *)(?:([-*•])|\d{1,3}\.) +(?=\S)/;

function list(lines: string[], names: Names): RichTextPart | undefined {
  const first = lines[0] && item.exec(lines[0]);
  if (!first) return undefined;
  const kind = (line: string) => {
    const match = item.exec(line);
    return match ? `${Boolean(match[2])} ${match[1]?.length ?? 0}` : undefined;
  };
  const wanted = kind(first.input);
  const items = takeWhile(lines, (line) => kind(line) === wanted);
  return {
    type: "rich_text_list",
    style: first[2] ? "bullet" : "ordered",
    indent: Math.min(8, Math.floor((first[1]?.length ?? 0) / 2)),
    border: 0,
    elements: items.map((line) => ({
      type: "rich_text_section",
      elements: composeInline(line.replace(item, ""), names),
    })),
  };
}

function section(lines: string[], names: Names): RichTextPart {
  const [first = "", ...rest] = lines.splice(0, 1);
  const plain = [
    first,
    ...rest,
    ...takeWhile(lines, (line) => !/^>( |$)/.test(line) && !item.test(line) && !line.startsWith("```")),
  ];
  // Slack keeps the line break before a following list or quote inside the section.
  return {
    type: "rich_text_section",
    elements: composeInline(plain.join("\n") + (lines.length ? "\n" : ""), names),
  };
}

function takeWhile(lines: string[], wanted: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !wanted(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}
