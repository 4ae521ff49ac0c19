import { markdownToRichText } from "./markdown.ts";
import { partsOf } from "./parts.ts";
import { type Run, runsOf } from "./runs.ts";
import { withBrackets } from "./with-brackets.ts";

/** Whether Markdown is read as one paragraph of exactly these runs. Space is not compared, except in code. */
export function readsAs(markdown: string, runs: Run[]): boolean {
  if (meansMoreElsewhere.test(markdown)) return false;
  const parts = partsOf(markdownToRichText(markdown));
  const [only] = parts;
  if (parts.length > 1 || (only && only.type !== "section")) return false;
  return looksOf(runsOf(only?.elements ?? [], nobody)) === looksOf(runs);
}

const nobody = { user: () => undefined, channel: () => undefined };

/** Rules, and line breaks made by a backslash, are known to the renderers and not to Slack. */
const meansMoreElsewhere = /^ {0,3}([-*_])( *\1){2,} *$|(?<!\\)\\(?:\\\\)*\n/m;

function looksOf(runs: Run[]): string {
  const looks: [string, string][] = [];
  for (const { text, marks, isCode, url } of runs) {
    const style = JSON.stringify([marks, isCode, url && withBrackets(url)]);
    const shown = isCode ? text : withBrackets(text.replace(/\s+/g, ""));
    const last = looks.at(-1);
    if (last?.[0] === style) last[1] += shown;
    else if (shown) looks.push([style, shown]);
  }
  return JSON.stringify(looks);
}
