import { signal } from "@preact/signals";
import { type Emoji, emojiIn } from "./find-emoji.ts";

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

export const characterOf = (name: string): string | undefined =>
  allEmoji.value.find(({ names }) => names.includes(name))?.character;
