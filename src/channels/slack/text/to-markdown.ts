import type { RichTextBlockElement } from "@slack/types";
import { inlineToMarkdown } from "./inline-to-markdown.ts";
import { type List, listsToMarkdown } from "./list-to-markdown.ts";
import { type Part, partsOf } from "./parts.ts";
import { runsOf } from "./runs.ts";
import type { Names } from "./words-of.ts";

export type { Names };

/** What someone wrote in Slack, as Markdown. `names` knows the people, channels and emoji mentioned. Never throws. */
export const richTextToMarkdown = (richText: RichTextBlockElement[], names: Names) =>
  partsToMarkdown(partsOf(richText), names);

export function partsToMarkdown(all: Part[], names: Names): string {
  const parts = [...all];
  let markdown = "";
  let before: Part | undefined;
  for (let part = parts.shift(); part; part = parts.shift()) {
    const text =
      part.type === "list" ? listsIn([part, ...listsAfter(part, parts)]) : partToMarkdown(part, names);
    if (!text.trim()) continue;
    markdown += `${before ? between(before, part) : ""}${part.isQuoted ? quoted(text) : text}`;
    before = part;
  }
  return markdown.trim();

  function listsIn(lists: List[]): string {
    return listsToMarkdown(lists, (item) => inlineToMarkdown(item, names));
  }
}

function listsAfter({ isQuoted }: List, parts: Part[]): List[] {
  const lists: List[] = [];
  for (let next = parts[0]; next?.type === "list" && next.isQuoted === isQuoted; next = parts[0]) {
    lists.push(next);
    parts.shift();
  }
  return lists;
}

/** A blank line wherever Markdown would otherwise read on in the quote or the list above. */
function between(before: Part, after: Part): string {
  if (before.isQuoted && after.isQuoted && before.type !== after.type) return "\n>\n";
  return before.type === "section" && after.type === "section" && before.isQuoted === after.isQuoted
    ? "\n"
    : "\n\n";
}

function partToMarkdown(part: Exclude<Part, List>, names: Names): string {
  if (part.type !== "code") return inlineToMarkdown(part.elements, names).trim();
  return fenced(
    runsOf(part.elements, names)
      .map(({ text }) => text)
      .join(""),
  );
}

const quoted = (markdown: string) => markdown.replace(/^(?=.)/gm, "> ").replace(/^$/gm, ">");

function fenced(code: string): string {
  if (!code) return "";
  const longest = Math.max(2, ...[...code.matchAll(/^\s*(`+)/gm)].map(([, ticks = ""]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}
