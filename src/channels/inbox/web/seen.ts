import { signal } from "@preact/signals";
import type { Conversation } from "../../../conversation/conversation.ts";

/** How far this member has read, per conversation; kept in this browser. */
type Seen = Record<string, number>;

const key = "inbox.seen";
const maxKept = 500;

const seen = signal<Seen>(stored());

/** Unread: something newer than what was read here. What never went to people is nobody's to read. */
export function isUnread({ id, seq, status, handoff }: Conversation): boolean {
  if (status === "closed" || !handoff) return false;
  return seq > (seen.value[id] ?? 0);
}

export function markSeen({ id, seq }: Conversation): void {
  if ((seen.value[id] ?? 0) >= seq) return;
  const { [id]: _before, ...others } = seen.value;
  seen.value = Object.fromEntries([...Object.entries(others).slice(-maxKept), [id, seq]]);
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
