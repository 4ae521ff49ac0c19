import { folded } from "../../search/folded.ts";

/** The words of a text as they are compared: lower case, without accents, Markdown's marks and addresses. */
export const tokensOf = (text: string): string[] =>
  folded(text.replaceAll(/\bhttps?:\/\/\S+/g, " ")).match(/[\p{L}\p{N}]+/gu) ?? [];
