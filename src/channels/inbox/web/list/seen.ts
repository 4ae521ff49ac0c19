import { signal } from "@preact/signals";
import type { Listed } from "../../conversations/protocol.ts";

/** Up to when (ms since 1970) this member has read, per conversation; kept in this browser. */
type Seen = Record<string, number>;

const key = "inbox.seen-at";
const maxKept = 500;

const seen = signal<Seen>(stored());

/** Unread: something happened since it was read here. What never went to people is nobody's to read. */
export function isUnread({ conversation: { id, status, handoff }, lastAt }: Listed): boolean {
  if (status === "closed" || !handoff) return false;
  return lastAt > (seen.value[id] ?? 0);
}

export const seenUpTo = (id: string): number => seen.peek()[id] ?? 0;

export function markSeen(id: string, at: number): void {
  if ((seen.value[id] ?? 0) >= at) return;
  const { [id]: _before, ...others } = seen.value;
  seen.value = Object.fromEntries([...Object.entries(others).slice(-maxKept), [id, at]]);
  try {
    localStorage.setItem(key, JSON.stringify(seen.value));
  } catch {
    // Full or forbidden: the dots then last only as long as this page.
  }
}

function stored(): Seen {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Seen;
  } catch {
    return {};
  }
}
