import type { Token, Tokens } from "marked";
import type { ComponentChildren } from "preact";
import { tokensOf } from "./markdown-dialect.ts";
import { inline } from "./markdown-inline.tsx";
import { MarkdownTable } from "./markdown-table.tsx";

/** Markdown as elements: nothing in a message can become markup of its own. */
export const Markdown = ({ text }: { text: string }) => <>{blocks(tokensOf(text))}</>;

const blocks = (tokens: Token[] = []): ComponentChildren[] => tokens.map(render);

function render(token: Token, key: number): ComponentChildren {
  switch (token.type) {
    case "space":
      return null;
    case "code":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block scrolls, and only what has focus scrolls by keyboard.
        <pre key={key} tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote key={key}>{blocks(token.tokens)}</blockquote>;
    case "heading":
      return (
        <p key={key}>
          <strong>{inline(token.tokens)}</strong>
        </p>
      );
    case "hr":
      return <hr key={key} />;
    case "list":
      return isList(token) ? list(token, key) : null;
    case "table":
      return isTable(token) ? <MarkdownTable key={key} table={token} /> : null;
    case "paragraph":
    case "text":
      return <p key={key}>{token.tokens ? inline(token.tokens) : token.text}</p>;
    default:
      return <p key={key}>{token.raw}</p>;
  }
}

const isList = (token: Token): token is Tokens.List => token.type === "list";
const isTable = (token: Token): token is Tokens.Table => token.type === "table";

function list({ ordered, start, items }: Tokens.List, key: number): ComponentChildren {
  const children = items.map((item, index) => <li key={index}>{item.tokens.map(inItem)}</li>);
  return ordered ? (
    <ol key={key} start={start === "" ? 1 : start}>
      {children}
    </ol>
  ) : (
    <ul key={key}>{children}</ul>
  );
}

/** The line an item begins with is no paragraph of its own. */
function inItem(token: Token, key: number): ComponentChildren {
  if (token.type === "checkbox") return token.raw;
  return token.type === "text" ? inline(token.tokens ?? [token]) : render(token, key);
}
