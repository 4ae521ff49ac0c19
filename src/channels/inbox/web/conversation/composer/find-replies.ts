import type { SavedReply } from "../../../../../settings/schema.ts";

/** Those whose name has every word, then those whose text has; names that begin with it first. */
export function findReplies(all: readonly SavedReply[], query: string, limit: number): SavedReply[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const begins = ({ name }: SavedReply) => name.toLowerCase().startsWith(query.trim().toLowerCase());
  const byName = all.filter(({ name }) => has(name));
  const found = [
    ...byName.filter(begins),
    ...byName,
    ...all.filter(({ name, text }) => has(`${name} ${text}`)),
  ];
  return [...new Set(found)].slice(0, limit);
}
