import { Refused } from "../../../conversation/listener.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import { createMemory } from "../../../memory.ts";
import { SlackRefused } from "../workspace/calls.ts";
import { createRounds } from "../workspace/rounds.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import type { Hearing } from "./hearing.ts";
import { absentFrom, knownOf, missedIn } from "./missed.ts";
import { createPages } from "./pages.ts";
import type { Recheck } from "./recheck.ts";
import type { MessageEvent } from "./reply-event.ts";
import { sourceOf } from "./source.ts";
import { decodeThread, encodeThread, type SlackThread } from "./thread.ts";

export interface CatchUpOptions {
  workspaces: Workspaces;
  threads: Threads;
  store: ConversationStore;
  hear: Hearing;
  recheck: Recheck;
  rootDeleted: (thread: SlackThread) => Promise<void> | void;
  now: () => number;
  log: Log;
  /** Between two looks, and between two reads of one look. */
  pace: { everyMs: number; betweenMs: number };
}

export type CatchUp = ReturnType<typeof createCatchUp>;

const maxThreads = 200;

/** So long after a conversation has left a thread, people may still write there without thinking. */
const lookedAtAfterMs = 24 * 60 * 60_000;

/** Finds what was written, edited or deleted in open threads without our hearing of it, the liveliest threads first. */
export function createCatchUp(options: CatchUpOptions) {
  const { workspaces, threads, store, hear, recheck, rootDeleted, now, log, pace } = options;
  const ending = new AbortController();
  const readPages = createPages({ now, betweenMs: pace.betweenMs, signal: ending.signal });
  const rounds = createRounds({ everyMs: pace.everyMs, work: lookEverywhere, log });
  const startedAt = now();
  /** How far each thread was read. */
  const looked = createMemory<string>({ max: 5_000 });
  /** What was settled before, whatever came of it: refused replies are not in the conversation. */
  const settled = createMemory<true>({ max: 20_000 });

  return {
    start(): void {
      rounds.start();
      rounds.soon();
    },

    /** Something may have been missed just now. */
    soon: rounds.soon,

    stop(): Promise<void> {
      ending.abort();
      return rounds.stop();
    },
  };

  async function lookEverywhere(): Promise<void> {
    for (const workspace of workspaces.all())
      await lookIn(workspace).catch((error: unknown) =>
        log.warn("slack: a workspace could not be looked through", { error }),
      );
  }

  async function lookIn(workspace: Workspace): Promise<void> {
    const { teamId } = await workspace.identity();
    const open = await threads.openUnder("slack", `${teamId}/`, maxThreads);
    const left = await threads.leftUnder("slack", `${teamId}/`, now() - lookedAtAfterMs, maxThreads);
    const looks = [...open, ...left.map((one) => ({ ...one, isLeft: true }))];
    for (const { conversationId, externalId, ...rest } of looks) {
      if (ending.signal.aborted) return;
      await lookAt(decodeThread(externalId), conversationId, workspace, rest);
    }
  }

  /** In a thread that the conversation has left, only what was written there is of interest. */
  async function lookAt(
    thread: SlackThread,
    conversationId: string,
    workspace: Workspace,
    { isLeft = false }: { isLeft?: boolean },
  ): Promise<void> {
    try {
      const events = await store.eventsAfter(conversationId, 0);
      const settledTo = looked.get(encodeThread(thread));
      const known = knownOf(events, thread, { settledTo, startedAt });
      const page = await readPages(thread, known.oldest, workspace);
      if (!isLeft && page.some(({ ts, subtype }) => ts === thread.ts && subtype === "tombstone"))
        return rootDeleted(thread);
      const { botUserId } = await workspace.identity();
      for (const event of missedIn(page, known, { thread, botUserId }))
        await settle(event, thread, workspace);
      // It may also stand in another thread, which the conversation has left.
      for (const ts of isLeft ? [] : absentFrom(page, known))
        await recheck(sourceOf(thread.team, { channel: thread.channel, ts }), workspace);
      const last = page.at(-1)?.ts ?? "";
      looked.set(encodeThread(thread), last > known.oldest ? last : known.oldest);
    } catch (error) {
      if (ending.signal.aborted) return;
      if (error instanceof SlackRefused && error.code === "thread_not_found")
        return isLeft ? undefined : rootDeleted(thread);
      const level = error instanceof Refused ? "debug" : "warn";
      log[level]("slack: a thread could not be looked through", { conversationId, error });
    }
  }

  async function settle(event: MessageEvent, thread: SlackThread, workspace: Workspace): Promise<void> {
    const key = `${thread.team}/${event.channel}/${event.message?.ts ?? event.ts}/${event.subtype}/${event.ts}`;
    if (settled.has(key)) return;
    await hear(event, workspace, { isMissed: true });
    settled.set(key, true);
  }
}
