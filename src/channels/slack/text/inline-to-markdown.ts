import type { RichTextElement } from "@slack/types";
import { emojiOf } from "./emoji.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** The names behind the ids in a message; undefined where nobody knows. */
export interface Names {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
}

type Mark = "bold" | "italic" | "strike";

interface Run {
  markdown: string;
  styles: Mark[];
}

export function inlineToMarkdown(elements: RichTextElement[], names: Names): string {
  const runs = elements.flatMap((element) => runsOf(element, names));
  const open: { style: Mark; mark: string }[] = [];
  let markdown = "";
  runs.forEach(({ markdown: text, styles }, index) => {
    const kept = open.findIndex(({ style }) => !styles.includes(style));
    if (kept >= 0) shut(open.length - kept);
    for (const style of styles.filter((wanted) => !open.some((one) => one.style === wanted))) {
      const mark = markOf(style, { before: markdown, after: textAfter(runs, index, style) });
      open.push({ style, mark });
      markdown += mark;
    }
    markdown += text;
  });
  shut(open.length);
  return markdown;

  function shut(count: number): void {
    for (let left = count; left > 0; left--) markdown += open.pop()?.mark ?? "";
  }
}

/** `_` does not work inside a word, and `*` not right beside `**`. */
function markOf(style: Mark, { before, after }: { before: string; after: string }): string {
  if (style !== "italic") return style === "bold" ? "**" : "~~";
  return /\w$/.test(before) || /^\w/.test(after) ? "*" : "_";
}

const textAfter = (runs: Run[], from: number, style: Mark) =>
  runs.slice(from).find(({ styles }) => !styles.includes(style))?.markdown ?? "";

/** Spaces and line breaks stand outside of all marks: `** bold**` is not bold to anyone who reads Markdown. */
function runsOf(element: RichTextElement, names: Names): Run[] {
  const style = "style" in element ? element.style : undefined;
  if (element.type !== "text")
    return [{ markdown: elementToMarkdown(element, names), styles: stylesOf(style) }];
  if (style?.code) return [{ markdown: codeSpan(element.text), styles: stylesOf(style) }];
  const styles = stylesOf(style);
  if (styles.length === 0) return [{ markdown: escapeMarkdown(element.text), styles }];
  return element.text
    .split(/(^\s+|\s+$|\s*\n\s*)/)
    .filter(Boolean)
    .map((text) =>
      text.trim() ? { markdown: escapeMarkdown(text), styles } : { markdown: text, styles: [] },
    );
}

function stylesOf(style: { bold?: boolean; italic?: boolean; strike?: boolean } = {}): Mark[] {
  return (["bold", "italic", "strike"] as const).filter((mark) => style[mark]);
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

function elementToMarkdown(element: Exclude<RichTextElement, { type: "text" }>, names: Names): string {
  switch (element.type) {
    case "link":
      return linkToMarkdown(element.url, element.text);
    case "user":
      return escapeMarkdown(`@${names.user(element.user_id) ?? "someone"}`);
    case "channel":
      return escapeMarkdown(`#${names.channel(element.channel_id) ?? "channel"}`);
    case "usergroup":
      return "@group";
    case "broadcast":
      return `@${element.range}`;
    case "emoji":
      return emojiOf(element);
    case "date":
      return escapeMarkdown(dateText(element.timestamp));
    case "color":
      return escapeMarkdown(element.value);
    default:
      return "";
  }
}

function linkToMarkdown(url: string, text: string | undefined): string {
  const target = url.replace(/[\s()<>]/g, (char) =>
    encodeURIComponent(char).replace("(", "%28").replace(")", "%29"),
  );
  if (!text || text === url || url === `mailto:${text}` || url === `tel:${text}`)
    return url.replace(/^(mailto|tel):/, "");
  if (!/^(https?|mailto|tel):/i.test(url)) return escapeMarkdown(text);
  return `[${text.replace(/[[\]\\]/g, "\\$&").replaceAll("\n", " ")}](${target})`;
}

const dateText = (timestamp: number) =>
  Number.isFinite(timestamp)
    ? `${new Date(timestamp * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`
    : "";
