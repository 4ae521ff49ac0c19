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
