import type { RichTextElement } from "@slack/types";
import { maxUrlLength, withoutTail } from "./links.ts";

export interface Style {
  bold?: true;
  italic?: true;
  strike?: true;
}

const marks: { mark: string; style: keyof Style }[] = [
  { mark: "**", style: "bold" },
  { mark: "__", style: "bold" },
  { mark: "~~", style: "strike" },
  { mark: "*", style: "italic" },
  { mark: "_", style: "italic" },
];

/** Reads the Markdown inside a paragraph. Whatever does not pair up is what it looks like: text. */
export function inlineToRichText(text: string, style: Style = {}): RichTextElement[] {
  const elements: RichTextElement[] = [];
  const unpaired = new Set<string>();
  let literal = "";
  for (let at = 0; at < text.length; ) {
    const found =
      shrug(text, at) ?? escaped(text, at) ?? code(text, at, style) ?? link(text, at, style) ?? styled(at);
    if (!found) {
      literal += text[at] ?? "";
      at += 1;
    } else if (typeof found.is === "string") {
      literal += found.is;
      at = found.end;
    } else {
      flush();
      elements.push(...found.is);
      at = found.end;
    }
  }
  flush();
  return elements;

  function flush(): void {
    if (literal) elements.push({ type: "text", text: literal, ...styleOf(style) });
    literal = "";
  }

  function styled(at: number): Found | undefined {
    for (const { mark, style: name } of marks) {
      if (style[name] || unpaired.has(mark) || !text.startsWith(mark, at) || !opens(text, at, mark)) continue;
      const end = closing(text, at + mark.length, mark);
      if (end === undefined) unpaired.add(mark);
      else
        return {
          is: inlineToRichText(text.slice(at + mark.length, end), { ...style, [name]: true }),
          end: end + mark.length,
        };
    }
    return undefined;
  }
}

interface Found {
  is: string | RichTextElement[];
  end: number;
}

const styleOf = (style: Style & { code?: true }) => (Object.keys(style).length > 0 ? { style } : {});

/** Everyone types it without escaping its backslash. */
const shrugged = "¯\\_(ツ)_/¯";

const shrug = (text: string, at: number): Found | undefined =>
  text.startsWith(shrugged, at) ? { is: shrugged, end: at + shrugged.length } : undefined;

function escaped(text: string, at: number): Found | undefined {
  const next = text[at + 1];
  if (text[at] !== "\\" || !next || !/[!-/:-@[-`{-~]/.test(next)) return undefined;
  return { is: next, end: at + 2 };
}

function code(text: string, at: number, style: Style): Found | undefined {
  if (text[at] !== "`") return undefined;
  const fence = /^`+/.exec(text.slice(at, at + 64))?.[0] ?? "`";
  const from = at + fence.length;
  let end = text.indexOf(fence, from);
  while (end >= 0 && (text[end + fence.length] === "`" || text[end - 1] === "`"))
    end = text.indexOf(fence, end + 1);
  if (end < 0) return { is: fence, end: from };
  const inside = text.slice(from, end).replaceAll("\n", " ");
  const shown = /^ .*\S.* $/.test(inside) ? inside.slice(1, -1) : inside;
  return {
    is: [{ type: "text", text: shown, ...styleOf({ ...style, code: true }) }],
    end: end + fence.length,
  };
}

const labelled =
  /!?\[((?:\\.|[^\\[\]\n]){0,500})\]\(\s{0,9}<?((?:https?:\/\/|mailto:|tel:)[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"\n]{0,500}")?\s{0,9}\)/iy;
const bracketed = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/iy;
const bare = /https?:\/\/[^\s<>"\\]+/iy;

function link(text: string, at: number, style: Style): Found | undefined {
  const first = text[at];
  if (first === "[" || first === "!") {
    const match = matchAt(labelled, text, at);
    const [, label = "", url = ""] = match ?? [];
    return match && linked(url, label.replaceAll(/\\(.)/g, "$1"), at + match[0].length, style);
  }
  if (first === "<") {
    const match = matchAt(bracketed, text, at);
    return match && linked(match[1] ?? "", "", at + match[0].length, style);
  }
  if ((first === "h" || first === "H") && !endsInWord(text, at)) {
    const match = matchAt(bare, text, at);
    const url = match && withoutTail(match[0]);
    return url ? linked(url, "", at + url.length, style) : undefined;
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function linked(url: string, label: string, end: number, style: Style): Found | undefined {
  if (url.length > maxUrlLength || !URL.canParse(url)) return undefined;
  const named = label && label !== url ? { text: label } : {};
  return { is: [{ type: "link", url, ...named, ...styleOf(style) }], end };
}

function opens(text: string, at: number, mark: string): boolean {
  const next = text[at + mark.length] ?? " ";
  if (/\s/.test(next)) return false;
  return joinsWords(mark) || !endsInWord(text, at);
}

/** Within a word only these mean something: snake_case and 2*3*4 stay as they are. */
const joinsWords = (mark: string) => mark === "**" || mark === "~~";

/** Two units, because half of a rare letter is no letter. */
const endsInWord = (text: string, at: number) => /[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, at - 2), at));
const startsInWord = (text: string, at: number) => /^[\p{L}\p{N}_]/u.test(text.slice(at, at + 2));

/** Where the mark closes: after something, at a word's end, not inside code and not escaped. */
function closing(text: string, from: number, mark: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at += 1;
    else if (char === "`" || char === "[" || char === "<" || char === "h")
      at = (code(text, at, {}) ?? link(text, at, {}) ?? { end: at + 1 }).end - 1;
    else if (char === mark[0]) {
      const run = runLength(text, at);
      if (fits(run, mark) && at > from && !/\s/.test(text[at - 1] ?? " ")) {
        const end = at + run - mark.length;
        if (joinsWords(mark) || !startsInWord(text, end + mark.length)) return end;
      }
      at += run - 1;
    } else if (char === "\n" && text[at + 1] === "\n") return undefined;
  }
  return undefined;
}

/** Three close both, bold and italic; two never close italic. */
const fits = (run: number, mark: string) => run === mark.length || run === 3;

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end++;
  return end - at;
}
