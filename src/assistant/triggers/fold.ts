/** Lower case, without accents or apostrophes: "Humán" reads "human", "can't" reads "cant". */
export function fold(word: string): string {
  return /^[a-z0-9]*$/.test(word) ? word : strip(word);
}

function strip(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}'’‘`´]/gu, "")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/œ/g, "oe")
    .replace(/ı/g, "i");
}
