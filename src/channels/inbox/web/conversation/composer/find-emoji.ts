export interface Emoji {
  character: string;
  names: string[];
}

/** `:+1:thumbsup:👍` says that two names stand for one character. */
export const emojiIn = (table: string): Emoji[] =>
  table
    .split(/\s+/)
    .filter(Boolean)
    .map((entry) => {
      const parts = entry.split(":").slice(1);
      return { character: parts.at(-1) ?? "", names: parts.slice(0, -1) };
    });

/** Names that begin with what is looked for come before those that merely hold it. */
export function findEmoji(all: readonly Emoji[], query: string, limit: number): Emoji[] {
  const wanted = query.trim().toLowerCase().replaceAll(" ", "_");
  const begins = all.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
  const holds = all.filter(({ names }) => names.some((name) => name.indexOf(wanted) > 0));
  return [...new Set([...begins, ...holds])].slice(0, limit);
}
