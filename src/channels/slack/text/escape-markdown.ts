/** Characters that could mean something within a line of Markdown, as themselves. */
export const escapedInline = (text: string) => text.replace(/[\\`*_~[\]<]/g, "\\$&");

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
