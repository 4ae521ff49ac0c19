import type { RichTextBlockElement, RichTextElement, RichTextList } from "@slack/types";
import { unescaped } from "./escape.ts";
import type { Style } from "./inline.ts";
import { tokenToElement } from "./mrkdwn-token.ts";
import { withEmoji } from "./typed-emoji.ts";

/** Reads Slack's `text` form, for messages that come without blocks. Never throws. */
export function mrkdwnToRichText(mrkdwn: string): RichTextBlockElement[] {
  return mrkdwn.split(/(```[\s\S]*?```)/).flatMap((piece, index) => {
    if (index % 2 === 0) return paragraphs(piece);
    const text = unescaped(piece.slice(3, -3).replace(/^\n|\n$/g, ""));
    return text ? [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }] : [];
  });
}

const quote = /^(?:&gt;|>) ?/;
const item = /^( *)(?:[•◦▪]\ufe0e?|(\d{1,6})\.)\s+(?=\S)/;

const kindOf = (line: string) => (quote.test(line) ? "quote" : item.test(line) ? "item" : "section");

function paragraphs(mrkdwn: string): RichTextBlockElement[] {
  const parts: RichTextBlockElement[] = [];
  const lines = mrkdwn.split("\n");
  while (lines.length > 0) {
    const kind = kindOf(lines[0] ?? "");
    const end = lines.findIndex((line) => kindOf(line) !== kind);
    const mine = lines.splice(0, end < 0 ? lines.length : end);
    if (kind === "item") parts.push(...mine.map(listOf));
    else parts.push(...paragraph(mine, kind));
  }
  return parts;
}

function paragraph(lines: string[], kind: "quote" | "section"): RichTextBlockElement[] {
  const text = lines.map((line) => (kind === "quote" ? line.replace(quote, "") : line)).join("\n");
  const elements = inline(text.replace(/^\n+|\n+$/g, ""), {});
  return elements.length > 0 ? [{ type: `rich_text_${kind}`, elements }] : [];
}

/** Slack indents by four spaces. */
function listOf(line: string): RichTextList & { offset?: number } {
  const [start = "", indent = "", number] = item.exec(line) ?? [];
  return {
    type: "rich_text_list",
    style: number ? "ordered" : "bullet",
    indent: Math.min(8, Math.floor(indent.length / 4)),
    ...(number ? { offset: Math.max(0, Number(number) - 1) } : {}),
    elements: [{ type: "rich_text_section", elements: inline(line.slice(start.length), {}) }],
  };
}

const tokens =
  /<([^<>\n]+)>|`([^`\n]+)`|(?<=^|[\s([{"'–—*_~-])([*_~])(?=\S)((?:(?!\3)[^\n]){0,3000}?\S)\3(?=$|[\s.,;:!?)\]}"'–—*_~-])/g;

const styleOfMark: Record<string, keyof Style> = { "*": "bold", _: "italic", "~": "strike" };

function inline(text: string, style: Style): RichTextElement[] {
  const elements: RichTextElement[] = [];
  const styled = Object.keys(style).length > 0 ? { style } : {};
  const say = (words: string) =>
    elements.push(...withEmoji(unescaped(words)).map((element) => ({ ...element, ...styled })));
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const [whole, token, code, mark, inside] = match;
    say(text.slice(end, match.index));
    if (token) elements.push({ ...tokenToElement(token), ...styled });
    else if (code) elements.push({ type: "text", text: unescaped(code), style: { ...style, code: true } });
    else if (mark && inside)
      elements.push(...inline(inside, { ...style, [styleOfMark[mark] ?? "bold"]: true }));
    end = match.index + whole.length;
  }
  say(text.slice(end));
  return elements;
}
