import { effect, signal } from "@preact/signals";
import type { SavedReply, Settings } from "../../../../../settings/schema.ts";
import { fetched } from "../../api.ts";
import { settingsMoved } from "../../settings/moved.ts";

export const savedReplies = signal<{ state: "unread" | "failed" } | { state: "read"; all: SavedReply[] }>({
  state: "unread",
});

let isFollowing = false;

/** Reads them when somebody first wants one, and again whenever settings were changed. */
export function followSavedReplies(): void {
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    settingsMoved.value;
    void read();
  });
}

async function read(): Promise<void> {
  try {
    const { settings } = await fetched<{ settings: Settings }>("/api/settings");
    savedReplies.value = { state: "read", all: settings.savedReplies };
  } catch {
    if (savedReplies.peek().state !== "read") savedReplies.value = { state: "failed" };
    isFollowing = savedReplies.peek().state === "read";
  }
}

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
