import type { Conversation } from "../../../conversation/conversation.ts";
import { NotBefore, Refused } from "../../../conversation/listener.ts";
import type { Presences } from "../../../conversation/presence.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { TranslationDesk } from "../../../conversation/switch-translation.ts";
import type { Threads } from "../../../conversation/threads.ts";
import { createTurns } from "../../../conversation/turns.ts";
import type { Log } from "../../../log.ts";
import type { Sites } from "../../../settings/sites.ts";
import { start, toMetadata } from "../posts/metadata.ts";
import type { Content } from "../posts/post.ts";
import { decodeThread, type SlackThread } from "../replies/thread.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { createAppointments } from "./appointments.ts";
import { type Budget, createBudget } from "./budget.ts";
import { createCardFacts } from "./card-facts.ts";
import type { CardPace } from "./card-pace.ts";
import { rootCard } from "./root-card.ts";
import { createShownCards, type Looks } from "./shown-cards.ts";

export interface CardsOptions {
  workspaces: Workspaces;
  store: ConversationStore;
  threads: Threads;
  presences: Presences;
  sites: Pick<Sites, "list">;
  translation?: Pick<TranslationDesk, "problem" | "teamLanguage"> | undefined;
  publicUrl: string;
  log: Log;
  now: () => number;
  pace: CardPace;
  /** Slack does not let us change the root of this thread. */
  refused: (thread: SlackThread) => Promise<void>;
}

export type Cards = ReturnType<typeof createCards>;

/** Tries after a failure that may pass; with their backoff, about four minutes. */
const maxFailures = 9;

/** Keeps the roots of threads up to date: each shows its conversation as it is now, at the pace Slack allows. */
export function createCards(options: CardsOptions) {
  const { workspaces, store, threads, publicUrl, log, now, pace, refused } = options;
  const factsOf = createCardFacts(options);
  const shown = createShownCards({ store, now });
  const budgets = new Map<string, Budget>();
  const failures = new Map<string, number>();
  const inTurn = createTurns();
  const later = createAppointments({ now, keep: (id) => void refresh(id) });
  let isStopped = false;

  return {
    /** What a new thread begins with. */
    async first(conversation: Conversation): Promise<Content> {
      const looks = await looksOf(conversation);
      shown.remember(conversation.id, looks);
      return looks.content;
    },

    /**
     * Brings one card up to date, unless it is, or makes an appointment for it. Resolves after that; goes on trying
     * until Slack refuses.
     */
    refresh,

    stop(): void {
      isStopped = true;
      later.stop();
    },
  };

  async function looksOf(conversation: Conversation): Promise<Looks> {
    const facts = await factsOf(conversation);
    const { presence: _, ...without } = { ...facts, conversation: { ...conversation, page: undefined } };
    return {
      facts,
      content: rootCard(facts, publicUrl),
      withoutPresence: rootCard(without, publicUrl),
    };
  }

  async function refresh(conversationId: string): Promise<void> {
    try {
      // One after the other, so that an older state never ends up on top.
      const again = await inTurn(conversationId, () => update(conversationId));
      failures.delete(conversationId);
      if (again !== undefined) later.book(conversationId, again);
    } catch (error) {
      afterFailure(conversationId, error);
    }
  }

  /** Returns when to look again, if it is too early to change the card. */
  async function update(conversationId: string): Promise<number | undefined> {
    const [conversation, externalId] = await Promise.all([
      store.find(conversationId),
      threads.find("slack", conversationId),
    ]);
    if (isStopped || !conversation || !externalId) return undefined;

    const looks = await looksOf(conversation);
    const { kind, changedAt } = await shown.difference(conversationId, looks);
    if (kind === "none") return undefined;
    const earliest = changedAt + (kind === "presence" ? pace.presenceMs : pace.cardMs);
    if (earliest > now()) return earliest;

    const { team, channel, ts } = decodeThread(externalId);
    const workspace = await workspaces.byTeam(team);
    if (!workspace) return undefined;
    const budget = budgetOf(team);
    const turnAt = budget.turnAt({ isIdle: kind !== "state" });
    if (turnAt > now()) return turnAt;

    const metadata = toMetadata({ conversation: conversationId, from: start, to: start });
    try {
      await workspace.calls.make(() => workspace.api.update({ channel, ts, ...looks.content, metadata }));
    } catch (error) {
      if (error instanceof NotBefore) budget.pauseUntil(error.at);
      // Someone deleted the card, or the workspace no longer allows edits: the thread works without it.
      if (!unchangeable.has(codeOf(error) ?? "")) throw error;
      if (codeOf(error) === "cant_update_message") await refused({ team, channel, ts });
    }
    shown.remember(conversationId, looks);
    return undefined;
  }

  function afterFailure(conversationId: string, error: unknown): void {
    if (isStopped) return;
    if (error instanceof NotBefore) {
      later.book(conversationId, error.at);
      return;
    }
    const count = (failures.get(conversationId) ?? 0) + 1;
    failures.set(conversationId, count);
    if (error instanceof Refused || count > maxFailures) {
      failures.delete(conversationId);
      log.warn("slack card is out of date", { conversationId, error });
    } else later.book(conversationId, now() + 250 * 2 ** count);
  }

  function budgetOf(team: string): Budget {
    const budget = budgets.get(team) ?? createBudget({ now, windowMs: pace.windowMs });
    budgets.set(team, budget);
    return budget;
  }
}

const unchangeable = new Set([
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
  "is_inactive",
]);
