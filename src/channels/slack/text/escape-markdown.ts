/** What needs no escape is matched first: the shrug everyone knows, and `_` within a word. */
const special = /(¯\\_\(ツ\)_\/¯|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}]))|[\\`*_~[\]]|<(?=https?:|mailto:|$)/giu;

/** Characters that could mean something within a line of Markdown, as themselves. */
export const escapedInline = (text: string) =>
  text.replace(special, (found: string, kept: string | undefined) => kept ?? `\\${found}`);

/** What looks like a web address and is none stays text. */
export const withoutAddresses = (text: string) => text.replace(/(?<=https?):(?=\/\/)/gi, "\\:");

/** Lines that would begin a list, a quote, a heading or a rule begin with their characters instead. */
export const escapedLineStarts = (markdown: string) =>
  markdown.replace(/^([^\S\n]*)([#>+-])/gm, "$1\\$2").replace(/^([^\S\n]*\d+)([.)])/gm, "$1\\$2");

/** Code of any content: its fence is longer than every run of backticks inside. */
export function codeSpan(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$|^ .*\S.* $/.test(code) ? " " : "";
  return `${fence}${space}${code}${space}${fence}`;
}
