import { signal } from "@preact/signals";

export interface Emoji {
  character: string;
  names: string[];
}

/** All of them, once somebody looked for one: nobody else needs to load the table. */
export const allEmoji = signal<Emoji[]>([]);

let loading: Promise<void> | undefined;

export function loadEmoji(): Promise<void> {
  loading ??= import("../../../../../emoji/emoji-table.ts").then(
    ({ emojiTable }) => {
      allEmoji.value = emojiIn(emojiTable);
    },
    () => {
      loading = undefined;
    },
  );
  return loading;
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

export const characterOf = (name: string): string | undefined =>
  allEmoji.value.find(({ names }) => names.includes(name))?.character;

/** Names that begin with what is looked for come before those that merely hold it. */
export function findEmoji(all: readonly Emoji[], query: string, limit: number): Emoji[] {
  const wanted = query.trim().toLowerCase().replaceAll(" ", "_");
  const begins = all.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
  const holds = all.filter(({ names }) => names.some((name) => name.indexOf(wanted) > 0));
  return [...new Set([...begins, ...holds])].slice(0, limit);
}
