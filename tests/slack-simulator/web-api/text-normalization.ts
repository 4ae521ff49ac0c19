/** What Slack makes of `text` it is given: stray & < > escaped, bare URLs turned into links. */
export function normalizedText(text: string): string {
  return text
    .split(token)
    .map((part, index) => (index % 2 ? part : linked(escaped(part))))
    .join("");
}

const token = /(<(?:[@#!][^<>\n]+|(?:https?|mailto|tel):[^<>\n]+)>|```[\s\S]*?```|`[^`\n]+`)/;

const escaped = (text: string) =>
  text
    .replace(/&(?!(?:amp|lt|gt);)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

const linked = (text: string) =>
  text.replace(
    /https?:\/\/(?:(?!&(?:lt|gt);)[^\s<>|])*(?:(?!&(?:lt|gt);)[^\s<>|.,!?:;)'"*_~])/g,
    (url) => `<${url}>`,
  );
