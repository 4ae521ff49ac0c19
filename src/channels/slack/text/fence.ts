import type { RichTextPreformatted } from "@slack/types";

const fence = /^( *)(`{3,}(?=[^`]*$)|~{3,})/;

/** Whether a code block begins here; deeper than three spaces it only does within a list. */
export const opensCode = (line: string, maxIndent = 3) => (fence.exec(line)?.[1]?.length ?? 99) <= maxIndent;

/** Takes a code block off the top, without the indent of its first line. */
export function fenced(lines: string[], maxIndent = 3): RichTextPreformatted[] | undefined {
  const [, indent = "", opening = ""] = fence.exec(lines[0] ?? "") ?? [];
  if (!opening || indent.length > maxIndent) return undefined;
  const closing = lines.findIndex((line, index) => index > 0 && closes(line.trim(), opening));
  const end = closing < 0 ? lines.length : closing;
  const [, ...code] = lines.splice(0, end + 1).slice(0, end);
  const text = code.map((line) => withoutIndent(line, indent.length)).join("\n");
  return text ? [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }] : [];
}

const closes = (line: string, opening: string) => line.startsWith(opening) && /^(`+|~+)$/.test(line);

const withoutIndent = (line: string, indent: number) =>
  line.slice(Math.min(indent, line.length - line.trimStart().length));
