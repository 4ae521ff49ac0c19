/** Zero-width characters, soft hyphens, signs of direction, and what chooses how an emoji looks. */
export const invisible =
  "\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff";
const emoji = "\\p{Extended_Pictographic}\\u{1f1e6}-\\u{1f1ff}\\u{1f3fb}-\\u{1f3ff}";
const styling = `*_~\`\\\\${invisible}`;
/** Quotes, marks of Markdown, bullets, numbers, emoji and brackets that may stand before the word. */
const before = `(?:[\\s${styling}${emoji}#/|!=>"'“”„‟‘’«»‹›•◦▪·]|[-+–—](?=[\\s*_~\`“"])|\\d{1,3}\\\\?[.)](?=\\s)|:[\\w+'-]+:(?!:))*`;
const within = `[${styling}]*`;
const word = ["[nNｎＮ]", "[oOｏＯ]", "[tTｔＴ]", "[eEｅＥ]"].join(within);
const marks = `[\\s${styling}]*`;
const sign = "(?::|：|﹕|︰|;(?=\\s)|[-–—－](?=[\\s*_~`]|$))";
const after = `[${styling}]*\\s*`;

const prefix = new RegExp(
  `^${before}(?:${word}${marks}${sign}|[[({<【（]\\s*${word}\\s*\\\\?[\\])}>】）]${marks}:?)${after}`,
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
