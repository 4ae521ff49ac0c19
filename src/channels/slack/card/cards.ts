import { LRUCache } from "lru-cache";
import type { Conversation } from "../../../conversation/conversation.ts";
import { type ConversationStore, NotBefore, Refused, type Threads } from "../../../conversation/ports.ts";
import { createTurns } from "../../../conversation/turns.ts";
import type { Log } from "../../../log.ts";
import { start, toMetadata } from "../posts/metadata.ts";
import type { Content } from "../posts/post.ts";
import { decodeThread } from "../replies/thread.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { rootCard } from "./root-card.ts";

export interface CardsOptions {
  workspaces: Workspaces;
  store: ConversationStore;
  threads: Threads;
  publicUrl: string;
  log: Log;
  now: () => number;
}

export type Cards = ReturnType<typeof createCards>;

/** Keeps the roots of threads up to date: each shows its conversation as it is now. */
export function createCards({ workspaces, store, threads, publicUrl, log, now }: CardsOptions) {
  const shown = new LRUCache<string, string>({ max: 10_000 });
  const inTurn = createTurns();
  const timers = new Set<NodeJS.Timeout>();
  let isStopped = false;

  return {
    /** What a new thread begins with. */
    first(conversation: Conversation): Content {
      const content = rootCard(conversation, publicUrl);
      shown.set(conversation.id, JSON.stringify(content));
      return content;
    },

    /** Brings one card up to date, unless it is. Resolves after the first try; goes on trying until Slack refuses. */
    refresh: (conversationId: string) => refresh(conversationId, 0),

    stop(): void {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };

  async function update(conversationId: string): Promise<void> {
    const [conversation, externalId] = await Promise.all([
      store.find(conversationId),
      threads.find("slack", conversationId),
    ]);
    if (!conversation || !externalId) return;
    const content = rootCard(conversation, publicUrl);
    const looks = JSON.stringify(content);
    if (shown.get(conversationId) === looks) return;

    const { team, channel, ts } = decodeThread(externalId);
    const workspace = await workspaces.byTeam(team);
    if (!workspace) return;
    const metadata = toMetadata({ conversation: conversationId, from: start, to: start });
    try {
      await workspace.calls.make(() => workspace.api.update({ channel, ts, ...content, metadata }));
    } catch (error) {
      // Someone deleted the card, or the workspace no longer allows edits: the thread works without it.
      if (!unchangeable.has(codeOf(error) ?? "")) throw error;
    }
    shown.set(conversationId, looks);
  }

  async function refresh(conversationId: string, failures: number): Promise<void> {
    try {
      // One after the other, so that an older state never ends up on top.
      await inTurn(conversationId, () => update(conversationId));
    } catch (error) {
      if (isStopped) return;
      if (error instanceof Refused || failures > 8) {
        log.warn("slack card is out of date", { conversationId, error });
        return;
      }
      const delayMs = error instanceof NotBefore ? error.at - now() : 500 * 2 ** failures;
      const timer = setTimeout(() => {
        timers.delete(timer);
        void refresh(conversationId, failures + 1);
      }, delayMs);
      timers.add(timer);
    }
  }
}

const unchangeable = new Set([
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
  "is_inactive",
]);
