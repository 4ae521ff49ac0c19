const invisible = "\\u200b-\\u200d\\u2060\\ufeff";
/** Quotes, marks of Markdown, bullets, numbers and locks that may stand before the word. */
const before = `(?:[\\s${invisible}*_~\`\\\\>"'“”„‟‘’«»‹›•◦▪·🔒🔐🔏]|[-+](?=[\\s*_~\`“"])|\\d{1,3}\\\\?[.)](?=\\s))*`;
const word = "[nNｎＮ][oOｏＯ][tTｔＴ][eEｅＥ]";
const marks = `[\\s${invisible}*_~\`]*`;
const sign = "(?::|：|﹕|︰|;(?=\\s)|[-–—－](?=[\\s*_~`]|$))";
const after = `[*_~\`${invisible}]*\\s*`;

const prefix = new RegExp(
  `^${before}(?:${word}${marks}${sign}|\\\\?[[(【（]\\s*${word}\\s*\\\\?[\\])】）]${marks}:?)${after}`,
  "u",
);

const quotes: Record<string, string> = {
  "“": "”",
  "„": "“”",
  "‘": "’",
  "«": "»",
  "‹": "›",
  '"': '"',
  "'": "'",
};

/**
 * The text of a note, without the word that makes it one; undefined when this is for the visitor. “note:”, “Note -”,
 * “*NOTE：*”, “[note]”: a slip here would reach the visitor, so the reading is generous.
 */
export function noteIn(text: string): string | undefined {
  const match = prefix.exec(text);
  if (!match) return undefined;
  const words = text.slice(match[0].length).trimEnd();
  const quote = [...match[0]].find((char) => char in quotes);
  const isClosed = quote !== undefined && words !== "" && quotes[quote]?.includes(words.slice(-1));
  return isClosed ? words.slice(0, -1) : words;
}
