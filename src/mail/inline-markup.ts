import { joined, type Markup, markup } from "./markup.ts";

/** A mark such as `**` that may begin something; until it is closed it stands among the pieces as text. */
interface Opener {
  mark: string;
  at: number;
}

const token =
  /\\(?<escaped>[!-/:-@[-`{-~])|(?<ticks>`{1,3})(?<code>[^`]|[^`].{0,999}?[^`])\k<ticks>(?!`)|!?\[(?<label>[^\]\n]{0,500})\]\(\s{0,9}<?(?<target>(?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,2000})>?\s{0,9}\)|\b(?<url>https?:\/\/[^\s<>]{1,2000})|(?<mark>\*+|_+|~+)|\\?(?<newline>\n)/gisu;

/** Markdown within a paragraph, as HTML. What does not add up stays as it was typed. */
export function inlineMarkup(text: string, isLinked = false): Markup {
  const pieces: Markup[] = [];
  const openers: Opener[] = [];
  const scan = new RegExp(token);
  const say = (words: string) => pieces.push(markup`${words}`);
  let done = 0;

  for (let match = scan.exec(text); match; match = scan.exec(text)) {
    if (match.index > done) say(text.slice(done, match.index));
    done = scan.lastIndex;
    const { escaped, code, label, target, url, mark, newline } = match.groups ?? {};

    if (escaped) say(escaped);
    else if (code) pieces.push(markup`<code>${code.replace(/^ (.+) $/, "$1")}</code>`);
    else if (label && target && !isLinked && isSafe(target))
      pieces.push(link(target, inlineMarkup(label, true)));
    else if (url && !isLinked) {
      const address = withoutTail(url);
      pieces.push(link(address, markup`${address}`));
      done = match.index + address.length;
      scan.lastIndex = done;
    } else if (mark) emphasise(mark, text.charAt(match.index - 1), text.charAt(done), pieces, openers);
    else if (newline) pieces.push(markup`<br>`);
    else say(match[0]);
  }
  say(text.slice(done));
  return joined(pieces);
}

/** A visitor's words exactly as typed; only web addresses become links. */
export function plainMarkup(text: string): Markup {
  const pieces = text.split(/(\bhttps?:\/\/[^\s<>]{1,2000})/i).flatMap((piece, index): Markup[] => {
    if (index % 2 === 0) return lines(piece);
    const address = withoutTail(piece);
    return [link(address, markup`${address}`), ...lines(piece.slice(address.length))];
  });
  return joined(pieces);
}

const lines = (text: string): Markup[] =>
  text.split("\n").map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`));

const link = (href: string, label: Markup) => markup`<a href="${href}">${label}</a>`;

/** Where a link in a mail may lead: never to script. */
const isSafe = (href: string) => /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)\S*$/i.test(href);

/** A bare address without the punctuation of the sentence around it. */
function withoutTail(url: string): string {
  const trimmed = url.replace(/[.,;:!?'"*_~\]}]+$/, "");
  const isUnbalanced = trimmed.endsWith(")") && trimmed.split(")").length > trimmed.split("(").length;
  return isUnbalanced ? withoutTail(trimmed.slice(0, -1)) : trimmed;
}

/** What a run of marks means; any other is only text. */
const meaning: Record<string, (content: Markup) => Markup> = {
  "*": (content) => markup`<em>${content}</em>`,
  _: (content) => markup`<em>${content}</em>`,
  "**": (content) => markup`<strong>${content}</strong>`,
  __: (content) => markup`<strong>${content}</strong>`,
  "***": (content) => markup`<strong><em>${content}</em></strong>`,
  ___: (content) => markup`<strong><em>${content}</em></strong>`,
  "~~": (content) => markup`<del>${content}</del>`,
};

/** Within a word only `**` and `~~` mean something: snake_case and 2*3*4 stay as they are. */
function emphasise(mark: string, before: string, after: string, pieces: Markup[], openers: Opener[]): void {
  const isClear = (beyond: string) => mark === "**" || mark === "~~" || !/[\p{L}\p{N}]/u.test(beyond);
  const wrap = meaning[mark];
  if (wrap) {
    if (/\S/.test(before) && isClear(after) && wrapped(mark, wrap, pieces, openers)) return;
    if (/\S/.test(after) && isClear(before)) openers.push({ mark, at: pieces.length });
  }
  pieces.push(markup`${mark}`);
}

/** Puts everything since the mark's opener into its element; false when nothing opened it. */
function wrapped(
  mark: string,
  wrap: (content: Markup) => Markup,
  pieces: Markup[],
  openers: Opener[],
): boolean {
  const index = openers.findLastIndex((opener) => opener.mark === mark);
  const opener = openers[index];
  if (!opener || opener.at === pieces.length - 1) return false;

  openers.length = index;
  pieces.push(wrap(joined(pieces.splice(opener.at).slice(1))));
  return true;
}
