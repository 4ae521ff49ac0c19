import type { Route } from "../../../settings/schema.ts";

/** The first rule whose words stand in one of the texts as words of their own, whatever their case and accents. */
export function routeFor(routes: readonly Route[], texts: readonly string[]): Route | undefined {
  const read = texts.map(plain);
  return routes.find(({ words }) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${plain(words).split(" ").map(literal).join(" ")}(?![\\p{L}\\p{N}])`,
      "u",
    );
    return read.some((text) => pattern.test(text));
  });
}

const plain = (text: string) =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();

const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
