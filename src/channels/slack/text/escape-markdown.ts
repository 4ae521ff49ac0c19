import { stretches } from "./links.ts";
import { markdownToRichText } from "./markdown.ts";

/** Text that means exactly itself in Markdown. Left alone where it already does, because most of what people type does. */
export function escapeMarkdown(text: string): string {
  return readsAsItself(text) ? text : text.split("\n").map(escapeLine).join("\n");
}

function readsAsItself(text: string): boolean {
  if (!/[\\`*_~[\]<>#]|^\s*([-+]|\d+[.)])\s/m.test(text)) return true;
  const parts = markdownToRichText(text.trim());
  const [only] = parts;
  if (parts.length > 1 || (only && only.type !== "rich_text_section")) return false;
  const elements = only?.elements ?? [];
  return (
    elements.every((element) => (element.type === "text" && !element.style) || element.type === "link") &&
    elements
      .map((element) =>
        element.type === "text" ? element.text : element.type === "link" && !element.text ? element.url : "",
      )
      .join("") === text.trim()
  );
}

/** Marks inside a web address are part of it. */
const escapeLine = (line: string) =>
  stretches(line)
    .map(({ text, isLink }) => (isLink ? text : text.replace(/[\\`*_~[\]<]/g, "\\$&")))
    .join("")
    .replace(/^(\s*)([#>+-])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
