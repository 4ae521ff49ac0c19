import type { RichTextBlockElement, RichTextElement } from "@slack/types";
import { unescaped } from "./escape.ts";
import type { Style } from "./inline.ts";

/** Reads Slack's `text` form, for messages that come without blocks. Never throws. */
export function mrkdwnToRichText(mrkdwn: string): RichTextBlockElement[] {
  return mrkdwn.split(/(```[\s\S]*?```)/).flatMap((piece, index) => {
    if (index % 2 === 0) return paragraphs(piece);
    const text = unescaped(piece.slice(3, -3).replace(/^\n|\n$/g, ""));
    return text ? [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }] : [];
  });
}

const quote = /^(?:&gt;|>) ?/;

function paragraphs(mrkdwn: string): RichTextBlockElement[] {
  const parts: RichTextBlockElement[] = [];
  const lines = mrkdwn.split("\n");
  while (lines.length > 0) {
    const isQuote = quote.test(lines[0] ?? "");
    const end = lines.findIndex((line) => quote.test(line) !== isQuote);
    const mine = lines
      .splice(0, end < 0 ? lines.length : end)
      .map((line) => (isQuote ? line.replace(quote, "") : line));
    const elements = inline(mine.join("\n").replace(/^\n+|\n+$/g, ""), {});
    if (elements.length > 0)
      parts.push({ type: isQuote ? "rich_text_quote" : "rich_text_section", elements });
  }
  return parts;
}

const tokens =
  /<([^<>\n]+)>|`([^`\n]+)`|(?<=^|[\s([{"'–—*_~-])([*_~])(?=\S)((?:(?!\3)[^\n]){0,3000}?\S)\3(?=$|[\s.,;:!?)\]}"'–—*_~-])/g;

const styleOfMark: Record<string, keyof Style> = { "*": "bold", _: "italic", "~": "strike" };

function inline(text: string, style: Style): RichTextElement[] {
  const elements: RichTextElement[] = [];
  const styled = Object.keys(style).length > 0 ? { style } : {};
  const say = (words: string) => {
    if (words) elements.push({ type: "text", text: unescaped(words), ...styled });
  };
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

/** `@U1`, `#C1|name`, `!here`, `!subteam^S1|@team`, `!date^1^{time}|fallback`, or an address with or without a label. */
function tokenToElement(token: string): RichTextElement {
  const [target = "", label] = split(token);
  if (target.startsWith("@")) return label ? text(`@${label}`) : { type: "user", user_id: target.slice(1) };
  if (target.startsWith("#"))
    return label ? text(`#${label}`) : { type: "channel", channel_id: target.slice(1) };
  if (target.startsWith("!subteam^"))
    return label ? text(label) : { type: "usergroup", usergroup_id: target.slice(9) };
  const range = target.slice(1);
  if (target.startsWith("!") && (range === "here" || range === "channel" || range === "everyone"))
    return { type: "broadcast", range };
  if (target.startsWith("!")) return text(label ?? "");
  return { type: "link", url: unescaped(target), ...(label ? { text: unescaped(label) } : {}) };
}

const text = (words: string): RichTextElement => ({ type: "text", text: unescaped(words) });

function split(token: string): [string, string?] {
  const bar = token.indexOf("|");
  return bar < 0 ? [token] : [token.slice(0, bar), token.slice(bar + 1)];
}
