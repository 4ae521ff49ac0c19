import { computed, signal } from "@preact/signals";
import type { Listed, ListedPage } from "../../conversations/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { belongs } from "./belongs.ts";
import { countSoon } from "./counts.ts";
import { listQuery, search } from "./list-query.ts";
import { createMeanwhile } from "./meanwhile.ts";
import { measured, tookNumber } from "./measured.ts";
import { asTold } from "./seen.ts";

export const listed = signal<Listed[]>([]);
export const listState = signal<{ state: "loading" | "ready" } | { state: "failed"; problem: string }>({
  state: "loading",
});
const cursor = signal<string | undefined>(undefined);
export const hasMore = computed(() => cursor.value !== undefined);

const pageSize = 50;
/** The server gives no more at once; whoever scrolled further reads on from there. */
const maxPageSize = 200;

const meanwhile = createMeanwhile<Listed | "erased">();

/** Grows with each question, so that a slow answer to an older one is not shown. */
let question = 0;
let readsOn = false;

/** Reads the list anew; what is shown stays until the answer is there, unless something else was asked for. */
export async function loadList({ clear = false } = {}): Promise<void> {
  const asked = ++question;
  if (clear) listed.value = [];
  if (listed.value.length === 0) listState.value = { state: "loading" };
  countSoon();
  const limit = Math.min(maxPageSize, Math.max(pageSize, listed.value.length));
  await read(asked, { limit: String(limit) });
}

export async function loadMore(): Promise<void> {
  if (readsOn || cursor.value === undefined) return;
  readsOn = true;
  await read(question, { after: cursor.value });
  readsOn = false;
}

async function read(asked: number, page: { limit: string } | { after: string }): Promise<void> {
  const conditions = new URLSearchParams(listQuery.value);
  for (const [name, value] of Object.entries(page)) conditions.set(name, value);
  try {
    const path = measured.peek() ? "/api/analytics/conversations" : "/api/conversations";
    const [answer, news] = await meanwhile.during(() =>
      asTold(() => fetched<ListedPage>(`${path}?${conditions}`)),
    );
    if (asked !== question) return;
    tookNumber(answer);
    const { summaries, cursor: next } = answer;
    const before = "after" in page ? listed.value : [];
    const ids = new Set(before.map(({ conversation }) => conversation.id));
    listed.value = [...before, ...summaries.filter(({ conversation }) => !ids.has(conversation.id))];
    for (const [id, last] of news) last === "erased" ? takeOut(id) : place(last);
    cursor.value = next;
    listState.value = { state: "ready" };
  } catch (error) {
    if (asked === question) listState.value = { state: "failed", problem: inWords(error) };
  }
}

/** Something happened in a conversation: it moves, appears or leaves. */
export function showInList(news: Listed): void {
  countSoon();
  meanwhile.hears(news.conversation.id, news);
  place(news);
}

/** It is no more. */
export function takeFromList(id: string): void {
  countSoon();
  meanwhile.hears(id, "erased");
  takeOut(id);
}

function place(news: Listed): void {
  const { id, seq } = news.conversation;
  const known = listed.value.find(({ conversation }) => conversation.id === id);
  if (known && known.conversation.seq > seq) return;

  const others = listed.value.filter((other) => other !== known);
  const now = { ...news, lastText: news.lastText ?? known?.lastText, found: known?.found };
  const order = search.value || measured.value ? byRecency : byUrgency;
  listed.value = belongs(now, known !== undefined) ? [...others, now].sort(order) : others;
}

function takeOut(id: string): void {
  listed.value = listed.value.filter(({ conversation }) => conversation.id !== id);
}

/** Waiting ones first, longest waiting on top; then the most recent. */
function byUrgency(a: Listed, b: Listed): number {
  const waitingA = waitingSince(a);
  const waitingB = waitingSince(b);
  if (waitingA !== undefined && waitingB !== undefined) return waitingA - waitingB;
  if (waitingA !== undefined || waitingB !== undefined) return waitingA !== undefined ? -1 : 1;
  return byRecency(a, b);
}

const byRecency = (a: Listed, b: Listed) => b.lastAt - a.lastAt;

export const waitingSince = ({ conversation: { status, handoff } }: Pick<Listed, "conversation">) =>
  status === "waiting" ? handoff?.at : undefined;
