import type { Element } from "./element.ts";
import { codeSpan, escapedInline, escapedLineStarts, withoutAddresses } from "./escape-markdown.ts";
import { readsAs } from "./reads-as.ts";
import { type Mark, type Run, runsOf, runsWithout } from "./runs.ts";
import type { Names } from "./words-of.ts";

interface Spelling {
  /** Whether characters that could mean something in Markdown are escaped. */
  isEscaped: boolean;
  /** Whether a bare web address is spelled `[address](address)`, which ends where it should beside any neighbour. */
  isLabelled?: boolean;
  italic?: "*";
}

/** Most of what people type means itself already, and stays as they typed it. */
const spellings: Spelling[] = [
  { isEscaped: false },
  { isEscaped: true },
  { isEscaped: true, isLabelled: true },
  { isEscaped: true, isLabelled: true, italic: "*" },
];

/** What is given up where Markdown cannot say it, such as italics within a word. */
const losses: Mark[][] = [[], ["italic"], ["bold", "italic", "strike"]];

/** A paragraph as Markdown: the first spelling that reads as what was written. */
export function inlineToMarkdown(elements: Element[], names: Names): string {
  const written = runsOf(elements, names);
  let markdown = "";
  for (const lost of losses) {
    const runs = lost.length > 0 ? runsWithout(lost, written) : written;
    for (const spelling of spellings) {
      markdown = spelled(runs, spelling)
        .trim()
        .replace(/\n[^\S\n]+/g, "\n");
      if (readsAs(markdown, runs)) return markdown;
    }
  }
  return markdown;
}

function spelled(runs: Run[], spelling: Spelling): string {
  const open: Mark[] = [];
  let markdown = "";
  runs.forEach((run, index) => {
    const ended = open.findIndex((mark) => !run.marks.includes(mark));
    if (ended >= 0) shut(open.length - ended);
    // A mark beside a space is not read as one.
    const begun = run.isCode || run.text.trim() ? run.marks.filter((mark) => !open.includes(mark)) : [];
    for (const mark of begun.sort((one, other) => lasts(runs, index, other) - lasts(runs, index, one))) {
      open.push(mark);
      markdown += signOf(mark, spelling);
    }
    // `![` would be a picture.
    if (run.url !== undefined && spelling.isEscaped) markdown = markdown.replace(/!$/, "\\!");
    markdown += runToMarkdown(run, spelling);
  });
  shut(open.length);
  return spelling.isEscaped ? escapedLineStarts(markdown) : markdown;

  function shut(count: number): void {
    for (const mark of open.splice(open.length - count).reverse()) markdown += signOf(mark, spelling);
  }
}

function signOf(mark: Mark, { italic }: Spelling): string {
  if (mark === "bold") return "**";
  return mark === "strike" ? "~~" : (italic ?? "_");
}

/** For how many runs a mark goes on: what ends first is opened last. */
function lasts(runs: Run[], from: number, mark: Mark): number {
  const end = runs.findIndex(({ marks }, index) => index > from && !marks.includes(mark));
  return end < 0 ? runs.length : end;
}

function runToMarkdown({ text, isCode, url }: Run, { isEscaped, isLabelled = false }: Spelling): string {
  if (isCode) return codeSpan(text);
  if (url === undefined) return isEscaped ? withoutAddresses(escapedInline(text)) : text;
  if (text === url && !isLabelled) return url;
  const target = url.replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"));
  return `[${text === url ? text.replace(/[[\]\\]/g, "\\$&") : escapedInline(text)}](${target})`;
}
