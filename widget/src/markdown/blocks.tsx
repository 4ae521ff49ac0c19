import type { ComponentChild } from "preact";
import { inline } from "./inline.tsx";

const fence = /^ {0,3}(```+(?=[^`]*$)|~~~+)/;
const quote = /^ {0,3}> ?/;
const heading = /^ {0,3}#{1,6} +(.+?) *#*$/;
const rule = /^ {0,3}([-*_])( *\1){2,} *$/;
const item = /^( *)([-*+•]|(\d{1,9})[.)]) +(?=\S)/;

/** Deeper nesting than anyone writes is shown as text. */
const deepest = 6;

/** Markdown as people and models write it in a chat: every line break counts, and nothing is ever an error. */
export function markdown(text: string, depth = 0): ComponentChild[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ").split("\n");
  const nodes: ComponentChild[] = [];
  while (lines.length > 0)
    if (!lines[0]?.trim()) lines.shift();
    else nodes.push(depth > deepest ? paragraph(lines) : block(lines, depth));
  return nodes;
}

/** Like all that follow, it takes the lines it stands for away. */
function block(lines: string[], depth: number): ComponentChild {
  const [line = ""] = lines;
  if (fence.test(line)) return codeBlock(lines);
  if (quote.test(line)) return blockQuote(lines, depth);
  if (heading.test(line)) return title(lines);
  if (rule.test(line)) {
    lines.shift();
    return <hr />;
  }
  return item.test(line) ? list(lines, depth) : paragraph(lines);
}

function codeBlock(lines: string[]): ComponentChild {
  const mark = fence.exec(lines.shift() ?? "")?.[1] ?? "";
  const content = taken(lines, (line) => !line.trim().startsWith(mark));
  lines.shift();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block scrolls, and only what has focus scrolls by keyboard.
    <pre tabIndex={0}>
      <code>{content.join("\n")}</code>
    </pre>
  );
}

function blockQuote(lines: string[], depth: number): ComponentChild {
  const content = taken(lines, (line) => quote.test(line)).map((line) => line.replace(quote, ""));
  return <blockquote>{markdown(content.join("\n"), depth + 1)}</blockquote>;
}

function title(lines: string[]): ComponentChild {
  return (
    <p>
      <strong>{inline(heading.exec(lines.shift() ?? "")?.[1] ?? "")}</strong>
    </p>
  );
}

function list(lines: string[], depth: number): ComponentChild {
  const [, margin = "", , start] = item.exec(lines[0] ?? "") ?? [];
  const indent = margin.length;
  const items: string[][] = [];
  let width = 0;

  taken(lines, (line, index) => {
    const leading = line.search(/\S|$/);
    const marked = item.exec(line);
    const previous = items.at(-1);
    if (marked && leading <= indent + 1 && !rule.test(line)) {
      if (!marked[3] !== !start) return false;
      width = marked[0].length;
      items.push([line.slice(width)]);
      return true;
    }
    if (!line.trim()) {
      const following = lines[index + 1] ?? "";
      previous?.push("");
      return following.startsWith(" ".repeat(indent + 2)) || item.test(following);
    }
    if (leading <= indent + 1 && (!lines[index - 1]?.trim() || begins(line))) return false;
    previous?.push(line.slice(Math.min(leading, width)));
    return true;
  });

  const children = items.map((content) => <li>{markdown(content.join("\n"), depth + 1)}</li>);
  return start ? <ol start={Number(start)}>{children}</ol> : <ul>{children}</ul>;
}

function paragraph(lines: string[]): ComponentChild {
  const content = taken(lines, (line, index) => index === 0 || (line.trim() !== "" && !begins(line)));
  return <p>{inline(content.map((line) => line.trim()).join("\n"))}</p>;
}

/** Whether a line ends the paragraph before it. A number does only where a list begins: "in\n1986. What a year". */
function begins(line: string): boolean {
  const marked = item.exec(line);
  return (
    [fence, quote, heading].some((mark) => mark.test(line)) || (!!marked && Number(marked[3] ?? 1) === 1)
  );
}

/** Takes lines away as long as they belong. */
function taken(lines: string[], belongs: (line: string, index: number) => boolean): string[] {
  const end = lines.findIndex((line, index) => !belongs(line, index));
  return lines.splice(0, end < 0 ? lines.length : end);
}
