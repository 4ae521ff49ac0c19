const maxPhraseLength = 200;

/** The first of the admin's phrases that the message contains, on word borders; case, accents and spacing do not matter. */
export function findCustomPhrase(text: string, phrases: readonly string[]): string | undefined {
  if (phrases.length === 0) return undefined;
  const message = even(text);
  return phrases.find((phrase) => {
    const sought = even(phrase.slice(0, maxPhraseLength));
    return sought !== "" && contains(message, sought);
  });
}

function even(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[’‘`´]/g, "'")
    .replace(/ß/g, "ss")
    .replace(/\s+/g, " ")
    .trim();
}

function contains(message: string, sought: string): boolean {
  for (let at = message.indexOf(sought); at >= 0; at = message.indexOf(sought, at + 1)) {
    if (isBorder(message, at) && isBorder(message, at + sought.length)) return true;
  }
  return false;
}

/** Between two letters or digits there is no border, except in scripts written without spaces. */
function isBorder(text: string, at: number): boolean {
  const before = text.slice(0, at).match(/.$/su)?.[0] ?? "";
  const after = text.slice(at, at + 2).match(/^./su)?.[0] ?? "";
  return !(isWordLike(before) && isWordLike(after));
}

function isWordLike(character: string): boolean {
  return (
    /[\p{L}\p{N}_]/u.test(character) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
      character,
    )
  );
}
