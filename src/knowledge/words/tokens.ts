/** The words of a text as they are compared: lower case, without accents, Markdown's marks and addresses. */
export const tokensOf = (text: string): string[] =>
  folded(text.replaceAll(/\bhttps?:\/\/\S+/g, " ")).match(/[\p{L}\p{N}]+/gu) ?? [];

const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
