/** "note:", "Note -", "*NOTE:*", "note：": a slip here would reach the visitor, so the reading is generous. */
const prefix = /^[\s*_~`🔒]*note[\s*_~`]*(?::|：|[-–—](?=\s))[*_~`]*\s*/iu;

/** The text of a note, without the word that makes it one; undefined when this is for the visitor. */
export function noteIn(text: string): string | undefined {
  const match = prefix.exec(text);
  return match ? text.slice(match[0].length) : undefined;
}
