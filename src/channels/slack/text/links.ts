/** A web address in running text, without the punctuation that belongs to the sentence around it. */
const address = /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"\\]+/giu;

/** Longer than any browser opens; Slack refuses such links. */
export const maxUrlLength = 2_000;

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
    if (url.length > maxUrlLength || !URL.canParse(url)) continue;
    if (match.index > end) cut.push({ text: text.slice(end, match.index), isLink: false });
    cut.push({ text: url, isLink: true });
    end = match.index + url.length;
  }
  if (end < text.length) cut.push({ text: text.slice(end), isLink: false });
  return cut;
}

/** "(see https://a.b/c)." links to https://a.b/c, while https://a.b/c_(d) keeps its bracket. */
export function withoutTail(url: string): string {
  let open = url.split("(").length - url.split(")").length;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? "";
    if (last === ")" && open >= 0) break;
    if (!".,;:!?'*_~)]}".includes(last)) break;
    if (last === ")") open++;
  }
  return url.slice(0, end);
}
