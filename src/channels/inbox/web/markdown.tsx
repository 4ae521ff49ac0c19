import type { ComponentChildren } from "preact";
import { inline } from "./markdown-inline.tsx";

/** The safe part of Markdown, as elements: nothing in a message can become markup of its own. */
export const Markdown = ({ text }: { text: string }) => <>{blocksOf(text.split(/\r?\n/)).map(render)}</>;

interface Block {
  type: "code" | "list" | "numbered" | "quote" | "paragraph" | "heading";
  lines: string[];
}

const marks = [
  ["heading", /^#{1,6}\s+(?=\S)/],
  ["list", /^\s{0,6}[-*•]\s+(?=\S)/],
  ["numbered", /^\s{0,6}\d{1,4}[.)]\s+(?=\S)/],
  ["quote", /^>\s?/],
] as const;

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let code: Block | undefined;
  let last: Block | undefined;
  for (const line of lines) {
    if ((code ? /^\s{0,3}```\s*$/ : /^\s{0,3}```[\w+#-]{0,30}\s*$/).test(line)) {
      code = code ? undefined : begin("code");
      last = undefined;
    } else if (code) code.lines.push(line);
    else if (line.trim() === "") last = undefined;
    else {
      const [type, mark] = marks.find(([, mark]) => mark.test(line)) ?? (["paragraph", /^/] as const);
      const content = line.replace(mark, "");
      if (last?.type === type && type !== "heading") last.lines.push(content);
      else last = begin(type, content);
    }
  }
  return blocks;

  function begin(type: Block["type"], ...lines: string[]): Block {
    const block = { type, lines };
    blocks.push(block);
    return block;
  }
}

function render({ type, lines }: Block, key: number): ComponentChildren {
  switch (type) {
    case "code":
      return (
        <pre key={key}>
          <code>{lines.join("\n")}</code>
        </pre>
      );
    case "list":
      return <ul key={key}>{lines.map(item)}</ul>;
    case "numbered":
      return <ol key={key}>{lines.map(item)}</ol>;
    case "quote":
      return <blockquote key={key}>{broken(lines)}</blockquote>;
    case "heading":
      return (
        <p key={key}>
          <strong>{broken(lines)}</strong>
        </p>
      );
    case "paragraph":
      return <p key={key}>{broken(lines)}</p>;
  }
}

const item = (line: string, index: number) => <li key={index}>{inline(line)}</li>;

const broken = (lines: string[]): ComponentChildren[] =>
  lines.flatMap((line, index) => (index === 0 ? inline(line) : [<br key={index} />, ...inline(line)]));
