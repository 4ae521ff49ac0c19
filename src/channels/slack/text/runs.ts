import type { Element } from "./element.ts";
import { maxUrlLength, stretches } from "./links.ts";
import { withBrackets } from "./with-brackets.ts";
import { type Names, wordsOf } from "./words-of.ts";

export type Mark = "bold" | "italic" | "strike";

/** A stretch of a line that looks the same from end to end. */
export interface Run {
  text: string;
  marks: Mark[];
  isCode: boolean;
  /** Where a click leads; `text` is its label. */
  url: string | undefined;
}

/** Elements as runs: ids as names, web addresses as links, spaces and line breaks outside of all styles. */
export const runsOf = (elements: Element[], names: Names): Run[] =>
  tidy(elements.map((element) => runOf(element, names)));

export const runsWithout = (lost: Mark[], runs: Run[]): Run[] =>
  tidy(runs.map((run) => ({ ...run, marks: run.marks.filter((mark) => !lost.includes(mark)) })));

const tidy = (runs: Run[]) => merged(runs).flatMap(linked).flatMap(withBareSpace).map(joined);

function runOf(element: Element, names: Names): Run {
  const { style } = element;
  const marks = (["bold", "italic", "strike"] as const).filter((mark) => style[mark]);
  const text = wordsOf(element, names).replace(/\r\n?|[\u2028\u2029]/g, "\n");
  const url = element.type === "link" || element.type === "date" ? element.url : undefined;
  if (url !== undefined) return linkRun(text, url, marks);
  return { text, marks, isCode: element.type === "text" && style.code === true, url };
}

/** Only where a browser can go is a link; of any other the reader sees where it would have led. */
function linkRun(label: string, address: string, marks: Mark[]): Run {
  const url = address.replace(/[\s<>\\]/g, encodeURIComponent);
  const bare = address.replace(/^(mailto|tel):/i, "");
  const text = label.replace(/\s+/g, " ").trim() || bare;
  const run = { text, marks, isCode: false, url: undefined };
  if (isWeb(text) && withBrackets(text) === withBrackets(url)) return { ...run, url: text };
  if (text === bare) return isWeb(url) ? { ...run, text: url, url } : run;
  if (isLinkable(url) && text.length <= 200) return { ...run, url };
  return { ...run, text: `${text} (${bare})` };
}

const isWeb = (url: string) =>
  /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) && url.length <= maxUrlLength;
const isLinkable = (url: string) => isWeb(url) || /^mailto:[^\s@]+@\S+$/i.test(url);

function linked(run: Run): Run[] {
  if (run.isCode || run.url !== undefined) return [run];
  return stretches(run.text).map(({ text, isLink }) => ({ ...run, text, url: isLink ? text : undefined }));
}

function withBareSpace(run: Run): Run[] {
  if (run.url !== undefined) return [run];
  const space = run.isCode ? /(\s*\n\s*)/ : /(^\s+|\s+$|\s*\n\s*)/;
  return run.text
    .split(space)
    .filter(Boolean)
    .map((text) =>
      text.trim() || (!/\n/.test(text) && run.isCode)
        ? { ...run, text }
        : { ...run, text, marks: [], isCode: false },
    );
}

/** A space between two bold words is bold. */
function joined(run: Run, index: number, runs: Run[]): Run {
  if (run.isCode || run.text.trim() || run.text.includes("\n")) return run;
  const [before, after] = [runs[index - 1], runs[index + 1]];
  return { ...run, marks: before?.marks.filter((mark) => after?.marks.includes(mark)) ?? [] };
}

function merged(runs: Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (last && looksAlike(last, run)) kept[kept.length - 1] = { ...last, text: `${last.text}${run.text}` };
    else if (run.text) kept.push(run);
  }
  return kept;
}

const looksAlike = (one: Run, other: Run) =>
  one.isCode === other.isCode &&
  one.url === undefined &&
  other.url === undefined &&
  one.marks.join() === other.marks.join();
