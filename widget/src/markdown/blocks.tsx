import type { ComponentChild } from "preact";
import { inline } from "./inline.tsx";

/** A block, and the line behind it. */
interface Block {
  node: ComponentChild;
  next: number;
}

const fence = /^ {0,3}(```+|~~~+)/;
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
  for (let at = 0; at < lines.length; ) {
    if (!lines[at]?.trim()) {
      at++;
      continue;
    }
    const block = depth > deepest ? paragraph(lines, at) : blockAt(lines, at, depth);
    nodes.push(block.node);
    at = block.next;
  }
  return nodes;
}

function blockAt(lines: readonly string[], at: number, depth: number): Block {
  const line = lines[at] ?? "";
  const title = heading.exec(line)?.[1];
  if (fence.test(line)) return codeBlock(lines, at);
  if (quote.test(line)) return blockQuote(lines, at, depth);
  if (title)
    return {
      node: (
        <p>
          <strong>{inline(title)}</strong>
        </p>
      ),
      next: at + 1,
    };
  if (rule.test(line)) return { node: <hr />, next: at + 1 };
  if (item.test(line)) return list(lines, at, depth);
  return paragraph(lines, at);
}

function codeBlock(lines: readonly string[], at: number): Block {
  const mark = fence.exec(lines[at] ?? "")?.[1] ?? "```";
  const end = lines.findIndex((line, index) => index > at && line.trim().startsWith(mark));
  const content = lines.slice(at + 1, end < 0 ? lines.length : end).join("\n");
  return {
    node: (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block scrolls, and only what has focus scrolls by keyboard.
      <pre tabIndex={0}>
        <code>{content}</code>
      </pre>
    ),
    next: end < 0 ? lines.length : end + 1,
  };
}

function blockQuote(lines: readonly string[], at: number, depth: number): Block {
  const next = endOf(lines, at, (line) => quote.test(line));
  const content = lines.slice(at, next).map((line) => line.replace(quote, ""));
  return { node: <blockquote>{markdown(content.join("\n"), depth + 1)}</blockquote>, next };
}

function list(lines: readonly string[], at: number, depth: number): Block {
  const first = item.exec(lines[at] ?? "");
  const indent = first?.[1]?.length ?? 0;
  const isOrdered = first?.[3] !== undefined;
  const items: string[][] = [];
  let width = 0;

  const next = endOf(lines, at, (line, index) => {
    const leading = line.length - line.trimStart().length;
    const marked = item.exec(line);
    const previous = items.at(-1);
    if (marked && leading <= indent + 1 && !rule.test(line)) {
      if ((marked[3] !== undefined) !== isOrdered) return false;
      width = marked[0].length;
      items.push([line.slice(width)]);
      return true;
    }
    if (!line.trim()) {
      const following = lines[index + 1] ?? "";
      previous?.push("");
      return following.startsWith(" ".repeat(indent + 2)) || item.test(following);
    }
    if (leading <= indent + 1 && (lines[index - 1]?.trim() === "" || begins(line))) return false;
    previous?.push(line.slice(Math.min(leading, width)));
    return true;
  });

  const children = items.map((content) => <li>{markdown(content.join("\n"), depth + 1)}</li>);
  return { node: isOrdered ? <ol start={Number(first?.[3])}>{children}</ol> : <ul>{children}</ul>, next };
}

function paragraph(lines: readonly string[], at: number): Block {
  const next = endOf(lines, at + 1, (line) => line.trim() !== "" && !begins(line));
  const content = lines.slice(at, next).map((line) => line.trim());
  return { node: <p>{inline(content.join("\n"))}</p>, next };
}

/** Whether a line ends the paragraph before it. A number does only where a list begins: "in\n1986. What a year". */
function begins(line: string): boolean {
  const marked = item.exec(line);
  return (
    fence.test(line) || quote.test(line) || heading.test(line) || (!!marked && Number(marked[3] ?? 1) === 1)
  );
}

function endOf(
  lines: readonly string[],
  at: number,
  belongs: (line: string, index: number) => boolean,
): number {
  let next = at;
  while (next < lines.length && belongs(lines[next] ?? "", next)) next++;
  return next;
}
