import { signal } from "@preact/signals";
import type { Listed, ListedPage } from "../../conversations/protocol.ts";
import { posted } from "../api.ts";
import { createMeanwhile } from "./meanwhile.ts";

/** Up to when (ms since 1970) this member has read, per conversation: as far as this page was told. */
const readAt = signal<Record<string, number>>({});
const meanwhile = createMeanwhile<number>();

/** Unread: something happened since it was read. What people were never asked for is nobody's to read. */
export function isUnread({ conversation: { id, status, handoff, missed }, lastAt }: Listed): boolean {
  if (status === "closed" || !(handoff || missed)) return false;
  return lastAt > (readAt.value[id] ?? 0);
}

/** The server's word, from a list or another page of this member's. It may go back. */
export function tookRead(id: string, at: number): void {
  meanwhile.hears(id, at);
  if (readAt.value[id] !== at) readAt.value = { ...readAt.value, [id]: at };
}

/** Takes the marks of the list that is asked for. */
export async function asTold(ask: () => Promise<ListedPage>): Promise<ListedPage> {
  const [page, news] = await meanwhile.during(ask);
  const told = page.summaries.flatMap(({ conversation, readAt: at }) =>
    at === undefined ? [] : [[conversation.id, at] as const],
  );
  readAt.value = { ...readAt.value, ...Object.fromEntries(told), ...Object.fromEntries(news) };
  return page;
}

export const seenUpTo = (id: string): number => readAt.peek()[id] ?? 0;

export function markSeen(id: string, at: number): Promise<void> | undefined {
  if ((readAt.value[id] ?? 0) >= at) return undefined;
  return mark("read", id, at);
}

/** Only the last thing that happened in it is unread again. */
export const markUnread = ({ conversation: { id }, lastAt }: Listed): Promise<void> =>
  mark("unread", id, lastAt - 1);

/** Shown at once; where the server did not hear of it, it is as it was. */
async function mark(how: "read" | "unread", id: string, at: number): Promise<void> {
  const before = readAt.value[id];
  tookRead(id, at);
  try {
    await posted(`/api/conversations/${encodeURIComponent(id)}/${how}`, { at });
  } catch {
    if (readAt.value[id] === at) tookRead(id, before ?? 0);
  }
}
