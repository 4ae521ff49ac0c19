import type { Token, Tokenizer, TokenizerExtensionFunction, Tokens } from "marked";

const marks = [
  { mark: "**", type: "strong" },
  { mark: "__", type: "strong" },
  { mark: "~~", type: "del" },
  { mark: "*", type: "em" },
  { mark: "_", type: "em" },
] as const;

const shrugged = "\\_(ツ)_/¯";

/** Everyone types it without escaping its backslash. */
export const shrug: TokenizerExtensionFunction = (src, tokens) =>
  src.startsWith(shrugged) && before(tokens).endsWith("¯")
    ? { type: "text", raw: shrugged, text: shrugged }
    : undefined;

/**
 * Bold, italic and struck by the rules of chats: a mark may close behind punctuation, whatever follows, as in
 * `**Note:**this` and in languages without spaces; within a word only `**` and `~~` mean something.
 */
export function createMarks(tokenizer: Tokenizer): TokenizerExtensionFunction {
  const open = new Set<Token["type"]>();
  const unpaired = new WeakMap<Token[], Set<string>>();

  return function (src, tokens): Tokens.Generic | undefined {
    if (!"*_~".includes(src.charAt(0))) return undefined;
    const alone = unpaired.get(tokens) ?? new Set<string>();
    unpaired.set(tokens, alone);
    for (const { mark, type } of marks) {
      if (open.has(type) || alone.has(mark) || !src.startsWith(mark) || !opens(src, mark, before(tokens)))
        continue;
      const end = closing(src, mark);
      if (end === undefined) {
        alone.add(mark);
        continue;
      }
      const text = src.slice(mark.length, end);
      open.add(type);
      const children = this.lexer.inlineTokens(text, []);
      open.delete(type);
      return { type, raw: src.slice(0, end + mark.length), text, tokens: children };
    }
    return undefined;
  };

  /** Where the mark closes: after something, at a word's end, not inside code or a link and not escaped. */
  function closing(src: string, mark: string): number | undefined {
    for (let at = mark.length; at < src.length; ) {
      const run = lengthOfRun(src, at);
      if (src.charAt(at) === mark.charAt(0)) {
        const end = at + run - mark.length;
        const fits = (run === mark.length || run === 3) && at > mark.length && /\S/.test(src.charAt(at - 1));
        if (fits && (joinsWords(mark) || !startsInWord(src.slice(end + mark.length)))) return end;
        at += run;
      } else at += solidAt(src.slice(at)) ?? (src.charAt(at) === "`" ? run : 1);
    }
    return undefined;
  }

  /** How long what stands here is, if no mark within it counts. */
  function solidAt(src: string): number | undefined {
    switch (src.charAt(0)) {
      case "\\":
        return 2;
      case "`":
        return tokenizer.codespan(src)?.raw.length;
      case "[":
        return tokenizer.rules.inline.link.exec(src)?.[0].length;
      case "<":
        return tokenizer.autolink(src)?.raw.length;
      case "h":
      case "H":
        return /^https?:/i.test(src) ? tokenizer.url(src)?.raw.length : undefined;
      default:
        return undefined;
    }
  }
}

const before = (tokens: Token[]): string => tokens.at(-1)?.raw.slice(-2) ?? "";

function opens(src: string, mark: string, left: string): boolean {
  if (!/\S/.test(src.charAt(mark.length))) return false;
  return joinsWords(mark) || !/[\p{L}\p{N}_]$/u.test(left);
}

const joinsWords = (mark: string) => mark === "**" || mark === "~~";

const startsInWord = (text: string) => /^[\p{L}\p{N}_]/u.test(text);

function lengthOfRun(text: string, at: number): number {
  let end = at + 1;
  while (text[end] === text[at]) end++;
  return end - at;
}
