/** Lower case, without accents or apostrophes, letters held down let go: "Humaaaan" and "humán" both read "human". */
export function fold(word: string): string {
  const plain = /^[a-z0-9]*$/.test(word) ? word : strip(word);
  return plain.replace(/(.)\1{2,}/gu, "$1");
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
