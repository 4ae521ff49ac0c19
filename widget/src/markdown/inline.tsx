import type { ComponentChild } from "preact";
import { isSafe, Link, trimmedUrl } from "./links.tsx";

/** A mark such as `**` that may begin something; until it is closed it stands among the pieces as text. */
interface Opener {
  mark: string;
  at: number;
}

const token =
  /¯\\_\(ツ\)_\/¯|\\([!-/:-@[-`{-~])|(?<!`)(`+)([^`]|[^`].{0,999}?[^`])\2(?!`)|!?\[((?:\\.|[^\\\]\n]){0,500})\]\(\s{0,9}<?((?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,2000})>?(?:\s+"[^"\n]{0,200}")?\s{0,9}\)|<([^\s<>]{1,2000})>|\b(https?:\/\/[^\s<>]{1,2000})|(\*+|_+|~+)|\\?(\n)/gisu;

/** Markdown within a paragraph. What does not add up stays as it was typed; `linked` is text inside a link. */
export function inline(text: string, linked = false): ComponentChild[] {
  const pieces: ComponentChild[] = [];
  const openers: Opener[] = [];
  const scan = new RegExp(token);
  let done = 0;

  for (let match = scan.exec(text); match; match = scan.exec(text)) {
    if (match.index > done) pieces.push(text.slice(done, match.index));
    done = scan.lastIndex;
    const [found, escaped, , code, label, target, address, url, mark, newline] = match;

    if (escaped) pieces.push(escaped);
    else if (code) pieces.push(<code>{code.replace(/^ (.+) $/, "$1")}</code>);
    else if (label && target && !linked && isSafe(target))
      pieces.push(<Link href={target}>{inline(label, true)}</Link>);
    else if (address && !linked && isSafe(address))
      pieces.push(<Link href={address}>{address.replace(/^mailto:/i, "")}</Link>);
    else if (url && !linked && isSafe(trimmedUrl(url))) {
      const href = trimmedUrl(url);
      pieces.push(<Link href={href}>{href}</Link>);
      done = match.index + href.length;
      scan.lastIndex = done;
    } else if (mark) emphasise(mark, text.charAt(match.index - 1), text.charAt(done), pieces, openers);
    else if (newline) pieces.push(<br />);
    else pieces.push(found);
  }
  pieces.push(text.slice(done));
  return pieces;
}

/** What a run of marks means, from inside out; any other is only text. */
const meaning: Record<string, ("em" | "strong" | "del")[]> = {
  "*": ["em"],
  _: ["em"],
  "**": ["strong"],
  __: ["strong"],
  "***": ["em", "strong"],
  ___: ["em", "strong"],
  "~~": ["del"],
};

/** Within a word only `**` and `~~` mean something: snake_case and 2*3*4 stay as they are. */
function emphasise(
  mark: string,
  before: string,
  after: string,
  pieces: ComponentChild[],
  openers: Opener[],
): void {
  const isClear = (beyond: string) => mark === "**" || mark === "~~" || !/[\p{L}\p{N}]/u.test(beyond);
  if (meaning[mark]) {
    if (/\S/.test(before) && isClear(after) && wrapped(mark, pieces, openers)) return;
    if (/\S/.test(after) && isClear(before)) openers.push({ mark, at: pieces.length });
  }
  pieces.push(mark);
}

/** Puts everything since the mark's opener into its element; false when nothing opened it. */
function wrapped(mark: string, pieces: ComponentChild[], openers: Opener[]): boolean {
  const index = openers.findLastIndex((opener) => opener.mark === mark);
  const opener = openers[index];
  if (!opener || opener.at === pieces.length - 1) return false;

  openers.length = index;
  let content: ComponentChild = pieces.splice(opener.at).slice(1);
  for (const Tag of meaning[mark] ?? []) content = <Tag>{content}</Tag>;
  pieces.push(content);
  return true;
}
