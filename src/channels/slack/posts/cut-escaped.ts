/** The beginning of escaped text, at most `max` characters, with no entity or character cut in two. */
export function cutEscaped(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/(&[a-z]{0,3}|[\ud800-\udbff])$/, "")}…`;
}
