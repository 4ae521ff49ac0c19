import { Lexer, type Token, Tokenizer, type Tokens } from "marked";
import { addressAt } from "../elements/web-address.ts";
import { withEvenIndents } from "./markdown-indents.ts";
import { createMarks, shrug } from "./markdown-marks.ts";

/** Reads Markdown as people write it in a chat, the way the Slack side reads it too. Never throws. */
export function tokensOf(text: string): Token[] {
  const tokenizer = new ChatTokenizer();
  const inline = [shrug, createMarks(tokenizer)];
  const extensions = { renderers: {}, childTokens: {}, inline };
  return new Lexer({ gfm: true, breaks: true, tokenizer, extensions }).lex(text);
}

/** Deeper nesting than anyone writes is shown as text. */
const deepest = 8;

const quotedLines = /^(?: {0,3}>[^\n]*(?:\n|$))+/;
/** With words behind its signs. Asked before the lexer is, which keeps the words of what is turned down. */
const heading = /^ {0,3}#{1,6}[ \t]+(?!#+[ \t]*(?:\n|$))\S/;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?=[ \t]+\S)/;

/** What only documents have, such as HTML, would take away words that somebody typed: it stays text. */
class ChatTokenizer extends Tokenizer {
  #depth = 0;

  override html = () => undefined;
  override tag = () => undefined;
  override def = () => undefined;
  override lheading = () => undefined;
  override code = () => undefined;
  override emStrong = () => undefined;
  override del = () => undefined;

  override heading(src: string): Tokens.Heading | undefined {
    return heading.test(src) ? super.heading(src) : undefined;
  }

  /** Somebody's line above a few dashes is no table. */
  override table(src: string): Tokens.Table | undefined {
    const [head = ""] = src.split("\n", 1);
    return head.includes("|") ? super.table(src) : undefined;
  }

  /** Ends with the last `>`: who answers right below a quote is not quoting. */
  override blockquote(src: string): Tokens.Blockquote | undefined {
    const raw = quotedLines.exec(src)?.[0];
    if (!raw) return undefined;
    return this.#within(() => {
      const text = raw.replace(/^ {0,3}> ?/gm, "");
      return { type: "blockquote", raw, text, tokens: this.lexer.blockTokens(text, []) };
    });
  }

  override list(src: string): Tokens.List | undefined {
    if (!listItem.test(src)) return undefined;
    // Below an item's words a list may begin with any number: in Slack, numbers go on behind what stands between.
    delete this.lexer.state.lastToken;
    const { text, original } = withEvenIndents(src);
    return this.#within(() => {
      const list = super.list(text);
      return list && { ...list, raw: original(list.raw) };
    });
  }

  override url(src: string): Tokens.Link | undefined {
    const url = addressAt(src);
    if (!url) return super.url(src);
    return { type: "link", raw: url, text: url, href: url, tokens: [{ type: "text", raw: url, text: url }] };
  }

  #within<T>(read: () => T): T | undefined {
    if (this.#depth >= deepest) return undefined;
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}
