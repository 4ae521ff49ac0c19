import type { Token, Tokens } from "marked";
import type { ComponentChildren } from "preact";
import { isSafe, WebLink } from "../elements/web-link.tsx";
import { withMasks } from "../privacy/with-masks.tsx";

/** What stands within a paragraph: bold, italic, struck, code, links and line breaks. */
export const inline = (tokens: Token[] = []): ComponentChildren[] => tokens.map(render);

function render(token: Token, key: number): ComponentChildren {
  switch (token.type) {
    case "strong":
      return <strong key={key}>{inline(token.tokens)}</strong>;
    case "em":
      return <em key={key}>{inline(token.tokens)}</em>;
    case "del":
      return <s key={key}>{inline(token.tokens)}</s>;
    case "codespan":
      return <code key={key}>{token.text}</code>;
    case "br":
      return <br key={key} />;
    case "escape":
      return token.text;
    case "text":
      return token.tokens ? inline(token.tokens) : withMasks(token.text);
    case "link":
      return isLink(token) ? link(token, key) : token.raw;
    case "image":
      return isLink(token) ? link(token, key) : token.raw;
    default:
      return token.raw;
  }
}

const isLink = (token: Token): token is Tokens.Link | Tokens.Image => "href" in token && isSafe(token.href);

/** A picture from elsewhere is a link: loading it would tell its server who reads the inbox. */
function link({ href, title, text, tokens, type }: Tokens.Link | Tokens.Image, key: number) {
  const label = type === "image" || isAddress(text, href) ? text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1") : "";
  return (
    <WebLink key={key} href={href} title={title || undefined}>
      {label || (text ? inline(tokens) : href)}
    </WebLink>
  );
}

/** An address as its own label is no Markdown: its `_` and `*` belong to it. */
const isAddress = (text: string, href: string) => text.replaceAll(/\\([[\]\\])/g, "$1") === href;
