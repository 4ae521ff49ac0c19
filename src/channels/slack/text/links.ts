/** A web address in running text, without the punctuation that belongs to the sentence around it. */
const address = /(?<!\w)https?:\/\/[^\s<>"\\]+/gi;

export interface Stretch {
  text: string;
  isLink: boolean;
}

/** Cuts text into web addresses and what stands between them; joined again it is the same text. */
export function stretches(text: string): Stretch[] {
  const cut: Stretch[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const url = withoutTail(match[0]);
    if (!URL.canParse(url)) continue;
    if (match.index > end) cut.push({ text: text.slice(end, match.index), isLink: false });
    cut.push({ text: url, isLink: true });
    end = match.index + url.length;
  }
  if (end < text.length) cut.push({ text: text.slice(end), isLink: false });
  return cut;
}

/** "(see https://a.b/c)." links to https://a.b/c, while https://a.b/c_(d) keeps its bracket. */
export function withoutTail(url: string): string {
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? "";
    if (last === ")" && count(url, end, "(") >= count(url, end, ")")) break;
    if (!".,;:!?'*_~)]}".includes(last)) break;
  }
  return url.slice(0, end);
}

function count(url: string, end: number, bracket: string): number {
  let found = 0;
  for (let at = 0; at < end; at++) if (url[at] === bracket) found++;
  return found;
}
