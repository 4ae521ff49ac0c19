import type { RichTextBlockElement, RichTextElement } from "@slack/types";
import { inlineToMarkdown, type Names } from "./inline-to-markdown.ts";
import type { NumberedList } from "./list.ts";

export type { Names };

/** What someone wrote in Slack, as Markdown. `names` knows the people and channels mentioned. */
export function richTextToMarkdown(parts: RichTextBlockElement[], names: Names): string {
  const counted: number[] = [];
  let markdown = "";
  let before: RichTextBlockElement | undefined;
  for (const part of parts) {
    if (part.type !== "rich_text_list") counted.length = 0;
    const text = partToMarkdown(part, names, counted);
    if (!text) continue;
    markdown += `${before ? between(before, part) : ""}${text}`;
    before = part;
  }
  return markdown.trim();
}

/** A blank line wherever Markdown would otherwise read on in the quote or the list above. */
function between(before: RichTextBlockElement, after: RichTextBlockElement): string {
  return before.type === after.type && before.type !== "rich_text_quote" ? "\n" : "\n\n";
}

function partToMarkdown(part: RichTextBlockElement, names: Names, counted: number[]): string {
  switch (part.type) {
    case "rich_text_section":
      return inlineToMarkdown(part.elements, names).replace(/\n+$/, "");
    case "rich_text_quote":
      return inlineToMarkdown(part.elements, names)
        .replace(/\n+$/, "")
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n");
    case "rich_text_preformatted":
      return fenced(part.elements.map(plainText).join(""));
    case "rich_text_list":
      return listToMarkdown(part, names, counted);
    default:
      return "";
  }
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

const plainText = (element: RichTextElement) =>
  element.type === "text" ? element.text : element.type === "link" ? (element.text ?? element.url) : "";

function listToMarkdown(list: NumberedList, names: Names, counted: number[]): string {
  const indent = list.indent ?? 0;
  const first = Math.max(list.offset ?? 0, list.style === "ordered" ? (counted[indent] ?? 0) : 0);
  counted.splice(indent, counted.length);
  counted[indent] = first + list.elements.length;
  return list.elements
    .map(({ elements }, index) => {
      const marker = list.style === "ordered" ? `${first + index + 1}.` : "-";
      const text = inlineToMarkdown(elements, names)
        .replace(/\n+$/, "")
        .replaceAll("\n", `\n${"   ".repeat(indent + 1)}`);
      return `${"   ".repeat(indent)}${marker} ${text}`;
    })
    .join("\n");
}
