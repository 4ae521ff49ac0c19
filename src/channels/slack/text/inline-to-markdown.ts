import type { Element } from "./element.ts";
import { codeSpan, escapedInline, escapedLineStarts } from "./escape-markdown.ts";
import { readsAs } from "./reads-as.ts";
import { type Mark, type Run, runsOf } from "./runs.ts";
import type { Names } from "./words-of.ts";

interface Spelling {
  /** Whether characters that could mean something in Markdown are escaped. */
  isEscaped: boolean;
  /** Whether a bare web address is spelled `[address](address)`, which ends where it should beside any neighbour. */
  isLabelled?: boolean;
  italic?: "*" | "_";
  without?: Mark[];
}

/** Most of what people type means itself already, and stays as they typed it. The last spelling keeps only the words. */
const spellings: Spelling[] = [
  { isEscaped: false },
  { isEscaped: true },
  { isEscaped: true, isLabelled: true },
  { isEscaped: true, isLabelled: true, italic: "*" },
  { isEscaped: true, isLabelled: true, italic: "_" },
  { isEscaped: true, isLabelled: true, without: ["italic"] },
  { isEscaped: true, isLabelled: true, without: ["bold", "italic", "strike"] },
];

/** A paragraph as Markdown: the first spelling that reads as what was written. */
export function inlineToMarkdown(elements: Element[], names: Names): string {
  const runs = runsOf(elements, names);
  let markdown = "";
  for (const spelling of spellings) {
    markdown = spelled(runs, spelling);
    if (readsAs(markdown, runs)) break;
  }
  return markdown;
}

function spelled(runs: Run[], spelling: Spelling): string {
  const open: { style: Mark; mark: string }[] = [];
  let markdown = "";
  runs.forEach((run, index) => {
    const marks = run.marks.filter((mark) => !spelling.without?.includes(mark));
    const kept = open.findIndex(({ style }) => !marks.includes(style));
    if (kept >= 0) shut(open.length - kept);
    for (const style of marks.filter((wanted) => !open.some((one) => one.style === wanted))) {
      const mark = markOf(style, spelling, { before: markdown, after: textAfter(runs, index, style) });
      open.push({ style, mark });
      markdown += mark;
    }
    markdown += runToMarkdown(run, spelling);
  });
  shut(open.length);
  return spelling.isEscaped ? escapedLineStarts(markdown) : markdown;

  function shut(count: number): void {
    for (let left = count; left > 0; left--) markdown += open.pop()?.mark ?? "";
  }
}

/** `_` does not work inside a word, and `*` not right beside `**`. */
function markOf(
  style: Mark,
  { italic }: Spelling,
  { before, after }: { before: string; after: string },
): string {
  if (style !== "italic") return style === "bold" ? "**" : "~~";
  return italic ?? (/[\p{L}\p{N}_]$/u.test(before) || /^[\p{L}\p{N}_]/u.test(after) ? "*" : "_");
}

const textAfter = (runs: Run[], from: number, style: Mark) =>
  runs.slice(from).find(({ marks }) => !marks.includes(style))?.text ?? "";

function runToMarkdown({ text, isCode, url }: Run, { isEscaped, isLabelled = false }: Spelling): string {
  if (isCode) return codeSpan(text);
  if (url === undefined) return isEscaped ? escapedInline(text) : text;
  if (text === url && !isLabelled) return url;
  const target = url.replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"));
  return `[${isEscaped ? escapedInline(text) : text.replace(/[[\]\\]/g, "\\$&")}](${target})`;
}
