import { computed, signal } from "@preact/signals";
import type { Listed, ListedPage, ListQuery } from "../../conversations/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { isMe } from "../sign-in/session.ts";

export type Filter = ListQuery["status"];

export const filter = signal<Filter>("open");
export const search = signal("");
export const listed = signal<Listed[]>([]);
export const listState = signal<{ state: "loading" | "ready" } | { state: "failed"; problem: string }>({
  state: "loading",
});
const cursor = signal<string | undefined>(undefined);
export const hasMore = computed(() => cursor.value !== undefined);

const waitingIds = signal<ReadonlySet<string>>(new Set());
export const waitingCount = computed(() => waitingIds.value.size);

/** Grows with each question, so that a slow answer to an older one is not shown. */
let question = 0;

/** Reads the list anew; what is shown stays until the answer is there, unless something else was asked for. */
export async function loadList({ clear = false } = {}): Promise<void> {
  const asked = ++question;
  if (clear) listed.value = [];
  if (listed.value.length === 0) listState.value = { state: "loading" };
  await read(asked, undefined);
}

export const loadMore = () => read(++question, cursor.value);

async function read(asked: number, after: string | undefined): Promise<void> {
  try {
    const page = await fetched<ListedPage>(`/api/conversations?${queryOf(after)}`);
    if (asked !== question) return;
    const known = after === undefined ? [] : listed.value;
    const ids = new Set(known.map(({ conversation }) => conversation.id));
    listed.value = [...known, ...page.summaries.filter(({ conversation }) => !ids.has(conversation.id))];
    cursor.value = page.cursor;
    listState.value = { state: "ready" };
    for (const summary of page.summaries) countWaiting(summary);
  } catch (error) {
    if (asked === question) listState.value = { state: "failed", problem: inWords(error) };
  }
}

function queryOf(after: string | undefined): URLSearchParams {
  const query = new URLSearchParams({ status: filter.value });
  if (search.value) query.set("search", search.value);
  if (after) query.set("after", after);
  return query;
}

/** Something happened in a conversation: it moves, appears or leaves. */
export function showInList(news: Listed): void {
  countWaiting(news);
  const { id, seq } = news.conversation;
  const known = listed.value.find(({ conversation }) => conversation.id === id);
  if (known && known.conversation.seq > seq) return;
  // What a search finds is for the server to say; what it found is kept up to date.
  if (!known && search.value) return;

  const others = listed.value.filter((other) => other !== known);
  const now = { ...news, lastText: news.lastText ?? known?.lastText };
  listed.value = belongs(now) ? [...others, now].sort(byUrgency) : others;
}

function countWaiting({ conversation: { id, status } }: Listed): void {
  const isWaiting = status === "waiting";
  if (waitingIds.value.has(id) === isWaiting) return;
  const ids = new Set(waitingIds.value);
  if (isWaiting) ids.add(id);
  else ids.delete(id);
  waitingIds.value = ids;
}

function belongs({ conversation: { status, agent } }: Listed): boolean {
  switch (filter.value) {
    case "open":
      return status !== "closed";
    case "waiting":
      return status === "waiting";
    case "mine":
      return status !== "closed" && isMe(agent?.id);
    case "closed":
      return status === "closed";
  }
}

/** Waiting ones first, longest waiting on top; then the most recent. */
function byUrgency(a: Listed, b: Listed): number {
  const waitingA = waitingSince(a);
  const waitingB = waitingSince(b);
  if (waitingA !== undefined && waitingB !== undefined) return waitingA - waitingB;
  if (waitingA !== undefined || waitingB !== undefined) return waitingA !== undefined ? -1 : 1;
  return b.lastAt - a.lastAt;
}

export const waitingSince = ({ conversation: { status, handoff } }: Pick<Listed, "conversation">) =>
  status === "waiting" ? handoff?.at : undefined;
