/** A sentence in lower case on one line, without accents, emphasis and links: "**Í'll**  be" reads "i'll be". */
export const plain = (sentence: string): string =>
  sentence
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[’‘`´]/g, "'")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_~“”„"«»]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/\s+/g, " ")
    .trim();
