import type { RichTextBlockElement } from "@slack/types";
import type { Element } from "./element.ts";
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
  const parts = withJoinedSections(all.filter(saysSomething));
  let markdown = "";
  let before: Part | undefined;
  for (let part = parts.shift(); part; part = parts.shift()) {
    const text =
      part.type === "list" ? listsIn([part, ...listsAfter(part, parts)]) : partToMarkdown(part, names);
    markdown += `${before ? between(before, part) : ""}${part.isQuoted ? quoted(text) : text}`;
    before = part;
  }
  return markdown.trim();

  function saysSomething(part: Part): boolean {
    const lines = part.type === "list" ? part.items : [part.elements];
    return lines.some((line) => runsOf(line, names).some(({ text }) => part.type === "code" || text.trim()));
  }

  function listsIn(lists: List[]): string {
    return listsToMarkdown(lists, (item) => inlineToMarkdown(item, names));
  }
}

/** Sections that follow each other are lines of one paragraph. */
function withJoinedSections(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === "section" && last?.type === "section" && part.isQuoted === last.isQuoted)
      joined[joined.length - 1] = { ...last, elements: [...last.elements, newLine, ...part.elements] };
    else joined.push(part);
  }
  return joined;
}

const newLine: Element = { type: "text", text: "\n", style: {} };

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
  return before.isQuoted && after.isQuoted && before.type !== after.type ? "\n>\n" : "\n\n";
}

function partToMarkdown(part: Exclude<Part, List>, names: Names): string {
  if (part.type !== "code") return inlineToMarkdown(part.elements, names);
  return fenced(
    runsOf(part.elements, names)
      .map(({ text }) => text)
      .join(""),
  );
}

const quoted = (markdown: string) =>
  markdown
    .split("\n")
    .map((line) => (line ? `> ${line}` : ">"))
    .join("\n");

function fenced(code: string): string {
  if (!code) return "";
  const longest = Math.max(2, ...[...code.matchAll(/^\s*(`+)/gm)].map(([, ticks = ""]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}
