import type { Route } from "../../../settings/schema.ts";

/** The first rule whose words stand in one of the texts as words of their own, whatever their case and accents. */
export function routeFor(routes: readonly Route[], texts: readonly string[]): Route | undefined {
  const read = texts.map(plain);
  return routes.find(({ words }) => {
    const pattern = new RegExp(bordered(plain(words)), "u");
    return read.some((text) => pattern.test(text));
  });
}

const plain = (text: string) =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();

/** Where a script has no spaces, words have no borders to look for. */
const spaceless =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";

function bordered(words: string): string {
  const starts = new RegExp(`^[${spaceless}]`, "u").test(words) ? "" : "(?<![\\p{L}\\p{N}])";
  const ends = new RegExp(`[${spaceless}]$`, "u").test(words) ? "" : "(?![\\p{L}\\p{N}])";
  return `${starts}${words.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}${ends}`;
}
