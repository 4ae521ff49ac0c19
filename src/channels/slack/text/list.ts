import type { RichTextBlockElement, RichTextElement, RichTextList } from "@slack/types";
import { fenced, opensCode } from "./fence.ts";
import { inlineToRichText } from "./inline.ts";

/** `offset`: how many numbers come before the list's first; Slack documents it, its types do not know it. */
type NumberedList = RichTextList & { offset?: number };

const item = /^([ \t]*)(?:[-*+]|(\d{1,9})[.)])[ \t]+(?=\S)/;

export const isListItem = (line: string) => item.test(line);

interface Level {
  column: number;
  style: RichTextList["style"];
  count: number;
}

/**
 * Takes a list off the top, with the lists inside it: for Slack, each run of items of one kind and depth is a list.
 * Code within an item stands between two lists, the second of which counts on.
 */
export function listed(lines: string[]): RichTextBlockElement[] | undefined {
  const parts: RichTextBlockElement[] = [];
  const levels: Level[] = [];
  for (let next = takeItem(lines); next; next = takeItem(lines)) {
    const { style, column, number, text } = next;
    const goesOn = enter(levels, column, style);
    const before = Math.min(999_999, style === "ordered" ? Math.max(number - 1, goesOn) : 0);
    levels.push({ column, style, count: before + 1 });
    append(parts, { style, indent: Math.min(8, levels.length - 1), before, text });
    const code = fenced(lines, column + 9);
    if (code) parts.push(...code);
  }
  return parts.length > 0 ? parts : undefined;
}

/** Leaves the deeper levels and this one; says how far this one had counted. */
function enter(levels: Level[], column: number, style: Level["style"]): number {
  let left: Level | undefined;
  while ((levels.at(-1)?.column ?? -9) + 2 > column) left = levels.pop();
  return left?.style === style ? left.count : 0;
}

function append(
  parts: RichTextBlockElement[],
  { style, indent, before, text }: { style: Level["style"]; indent: number; before: number; text: string },
): void {
  const elements = inlineToRichText(text);
  const section = { type: "rich_text_section", elements: elements.length > 0 ? elements : blank } as const;
  const last = parts.at(-1);
  if (last?.type === "rich_text_list" && last.style === style && last.indent === indent) {
    last.elements.push(section);
    return;
  }
  const offset = before > 0 ? { offset: before } : {};
  const list: NumberedList = { type: "rich_text_list", style, indent, ...offset, elements: [section] };
  parts.push(list);
}

const blank: RichTextElement[] = [{ type: "text", text: " " }];

interface Item {
  style: RichTextList["style"];
  column: number;
  number: number;
  text: string;
}

function takeItem(lines: string[]): Item | undefined {
  const next = lines.findIndex((line) => line.trim());
  const line = lines[next] ?? "";
  const match = item.exec(line);
  if (!match) return undefined;
  lines.splice(0, next + 1);
  const text = [line.slice(match[0].length), ...takeRest(lines)];
  return {
    style: match[2] === undefined ? "bullet" : "ordered",
    column: (match[1] ?? "").replaceAll("\t", "    ").length,
    number: Number(match[2] ?? 1),
    text: text.join("\n").trimEnd(),
  };
}

/** The item's further lines; after a blank one only what is indented. */
function takeRest(lines: string[]): string[] {
  const end = lines.findIndex((line, index) => {
    if (!line.trim()) return !isIndented(lines[index + 1] ?? "");
    return !isIndented(line);
  });
  return lines.splice(0, end < 0 ? lines.length : end).map((line) => line.trim());
}

const isIndented = (line: string) =>
  /^(?: {2,}|\t)[ \t]*\S/.test(line) && !isListItem(line) && !opensCode(line, line.length);
