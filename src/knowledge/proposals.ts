import type { Log } from "../log.ts";
import { keyOf } from "../settings/change-key.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Article } from "./article.ts";
import type { Proposal, ProposalStore, Verdict } from "./ports.ts";

export interface ProposalsOptions {
  store: ProposalStore;
  settings: Pick<SettingsDesk, "current" | "change" | "note">;
  newId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
  /** Somebody decided: whoever shows the proposal may say so. */
  decided?: ((proposal: Proposal) => Promise<void>) | undefined;
}

/** What became of a decision: only the first one counts, and all others learn who that was. */
export interface Outcome {
  isDone: boolean;
  proposal: Proposal;
}

export type Proposals = ReturnType<typeof createProposals>;
export type Lesson = Pick<Proposal, "kind" | "origin" | "conversationId" | "siteKey" | "question" | "answer">;

/** What could be learned from people's work, until somebody of the team decides. */
export function createProposals({ store, settings, newId, now, log, ...options }: ProposalsOptions) {
  return {
    open: store.open,
    find: store.find,
    findByOrigin: store.findByOrigin,

    /** Counts a phrase once for each visitor who wrote it; returns how many have. */
    count: (phrase: string, visitorId: string) => store.count(phrase, visitorId, now()),

    /** Returns the proposal that there is now: what was proposed before stays as it is. */
    async propose(lesson: Lesson): Promise<Proposal | undefined> {
      const open = { state: "open", decidedBy: undefined, decidedAt: undefined } as const;
      await store.add({ ...lesson, ...open, id: newId(), at: now() });
      return store.findByOrigin(lesson.kind, lesson.origin);
    },

    /** As proposed, or in better words. An answer is knowledge at once; a phrase hands visitors to people at once. */
    async approve(id: string, by: string, better: Partial<Pick<Proposal, "question" | "answer">> = {}) {
      const proposal = await store.find(id);
      if (!proposal) return undefined;
      const words = {
        question: better.question ?? proposal.question,
        answer: better.answer ?? proposal.answer,
      };
      const verdict: Verdict = { state: "approved", by, at: now(), ...words };
      return proposal.kind === "answer" ? learn(proposal, verdict) : trigger(proposal, verdict);
    },

    /** For good: the same is not proposed again. */
    async reject(id: string, by: string): Promise<Outcome | undefined> {
      const proposal = await store.find(id);
      if (!proposal) return undefined;
      const { question, answer, siteKey } = proposal;
      const isDone = await store.decide(id, { state: "rejected", by, at: now(), question, answer });
      const learned = { what: "rejected proposal", title: question, siteKey };
      if (isDone) await noted(learned, answer || question, null, by);
      return outcome(id, isDone);
    },
  };

  async function learn({ id, siteKey }: Proposal, verdict: Verdict): Promise<Outcome | undefined> {
    const { question: title, answer: text, by, at } = verdict;
    const article: Article = {
      ...{ id: newId(), kind: "answer", siteKey, title, text, url: undefined, by },
      ...{ state: "ready", problem: undefined, fetchedAt: undefined, createdAt: at, updatedAt: at },
    };
    const { indexed } = await import("./indexed.ts");
    const isDone = await store.decide(id, verdict, { article, passages: indexed(article) });
    if (isDone) await noted({ what: "knowledge answer", title, siteKey }, null, text, by);
    return outcome(id, isDone);
  }

  async function trigger({ id }: Proposal, verdict: Verdict): Promise<Outcome | undefined> {
    if (!(await store.decide(id, verdict))) return outcome(id, false);
    try {
      const { triggerPhrases } = await settings.current();
      const phrases = [...new Set([...triggerPhrases, verdict.question])];
      await settings.change({ triggerPhrases: phrases }, verdict.by);
    } catch (error) {
      await store.reopen(id);
      throw error;
    }
    return outcome(id, true);
  }

  async function outcome(id: string, isDone: boolean): Promise<Outcome | undefined> {
    const proposal = await store.find(id);
    if (!proposal) return undefined;
    if (isDone)
      void options
        .decided?.(proposal)
        .catch((error: unknown) => log.warn("a decided proposal still looks open somewhere", { id, error }));
    return { isDone, proposal };
  }

  async function noted(
    learned: { what: string; title: string; siteKey: string },
    ...[before, after, by]: [before: string | null, after: string | null, by: string]
  ): Promise<void> {
    await settings.note([{ key: keyOf({ kind: "knowledge", ...learned }), before, after }], by);
  }
}
