import type { Fingerprint } from "./traces.ts";

/** Why a conversation was erased: somebody asked for it, or the time for which its site keeps conversations was over. */
export type ErasureReason = "asked" | "retention";

export interface ErasureRequest {
  conversationId: string;
  reason: ErasureReason;
  /** The name of the person who did it. */
  by: string;
  /** Milliseconds since 1970, UTC. */
  at: number;
  /** Left out: copies elsewhere are removed, too. Otherwise why they stay. */
  keepElsewhere?: string | undefined;
}

/** How many of what was removed from our own database. */
export interface RemovedHere {
  messages: number;
  notes: number;
  files: number;
  /** Files that another conversation has, too: they go with the last one. */
  sharedFiles?: number | undefined;
  /** What the assistant had written about it: briefs, drafts, accounts. */
  writings: number;
  /** What was proposed to learn from it and not decided. */
  proposals: number;
  /** Answers that people had approved: they name nobody, and stay. */
  learned: number;
  /** Mails and SMS that are with their recipients. */
  mailsSent: number;
  smsSent: number;
}

/** A conversation that is no more. Nothing in it tells of the person. */
export interface Erasure {
  conversationId: string;
  siteKey: string;
  reason: ErasureReason;
  by: string;
  at: number;
  /** When everything that can be removed elsewhere was, too. */
  doneAt?: number | undefined;
  removed: RemovedHere;
  /** What went wrong last, while it is tried again. */
  trouble?: string | undefined;
}

/**
 * Something of an erased conversation that is elsewhere: a file on disk, a thread in Slack that is to be looked through, a
 * post or file of ours there, a message that somebody wrote there.
 */
export type Place = "file" | "slack/thread" | "slack/post" | "slack/file" | "slack/message";

export interface Copy {
  place: Place;
  /** In the words of whoever keeps it. */
  externalId: string;
}

export type Fate =
  | { state: "gone" }
  /** It stays; why, in words, and where a person finds it. */
  | { state: "kept"; reason: string; link?: string | undefined };

export type Removal = Copy & { conversationId: string } & ({ state: "waiting" } | Fate);

/** An erasure that one node works at. */
export interface LeasedErasure {
  conversationId: string;
  at: number;
  attempts: number;
}

export interface Erasures {
  /**
   * Removes everything of a conversation from the database at once and for good, and writes down what is elsewhere. What
   * is under way in it meanwhile fails. Undefined when there is no such conversation (any more).
   */
  erase(request: ErasureRequest & { fingerprint: Fingerprint }): Promise<Erasure | undefined>;
  find(conversationId: string): Promise<Erasure | undefined>;
  /** Newest first. */
  list(limit: number): Promise<Erasure[]>;
  /** How many copies are in which state. */
  countCopies(conversationId: string): Promise<{ place: Place; state: Removal["state"]; count: number }[]>;
  kept(conversationId: string, limit: number): Promise<(Removal & { state: "kept" })[]>;

  /** One that is due, until then this node's alone. */
  lease(request: { now: number; until: number }): Promise<LeasedErasure | undefined>;
  waiting(conversationId: string, limit: number): Promise<Copy[]>;
  /** Copies that were found. Known ones stay as they are. */
  add(conversationId: string, copies: readonly Copy[]): Promise<void>;
  settle(copy: Copy, fate: Fate): Promise<void>;
  /** What was still written while it was erased: removed here, and copies of it added. Returns whether there was any. */
  sweep(conversationId: string, fingerprint: Fingerprint): Promise<boolean>;
  /** Comes up again at `dueAt`; never when left out. */
  release(
    erasure: LeasedErasure,
    outcome: { dueAt?: number | undefined; attempts: number; error?: string | undefined },
  ): Promise<void>;
  finish(conversationId: string, at: number): Promise<void>;
  /** What stays is tried once more, and what people wrote looked for: they may have deleted it. Returns false when there is no such erasure. */
  retry(conversationId: string, now: number): Promise<boolean>;

  /** Closed conversations of a site whose last word is older than that (ms since 1970). */
  countOver(siteKey: string, before: number): Promise<number>;
  /** The oldest first. */
  over(siteKey: string, before: number, limit: number): Promise<string[]>;
}
