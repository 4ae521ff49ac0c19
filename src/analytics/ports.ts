import type { Told } from "../conversation/archive.ts";
import type { Summary } from "../conversation/directory.ts";
import type { Facts } from "./facts.ts";
import type { HandoffMeasure, Measure, RatingMeasure } from "./measures.ts";
import type { Range } from "./range.ts";
import type { Cause } from "./stretches.ts";

/** What is counted: a range of time, and whose. */
export interface Scope extends Range {
  /** Left out: all. */
  siteKeys?: readonly string[] | undefined;
  /** Only handoffs that this agent was the first to answer, or to claim while nobody has answered; only ratings of theirs. */
  agentId?: string | undefined;
}

/** Half of the values are at most `p50` ms, nine of ten at most `p90`; both undefined when there are none. */
export interface Percentiles {
  p50: number | undefined;
  p90: number | undefined;
}

export interface Counts {
  /** Conversations with at least one such handoff. */
  handoffs: Record<HandoffMeasure, number>;
  /** Conversations whose visitor was asked, and said so, at least once. */
  ratings: Record<RatingMeasure, number>;
  firstAnswer: Percentiles;
  close: Percentiles;
  conversations: number;
  /** Undefined for one agent: what the assistant resolved is nobody's. */
  resolved: number | undefined;
}

/** One of what handed conversations off, in how many, and in how many of those no person was needed. */
export interface CauseCount {
  /** Undefined where it is told by its phrase. */
  cause: Cause | undefined;
  rule: string | undefined;
  phrase: string | undefined;
  conversations: number;
  notNeeded: number;
}

/** Which conversations a number is that of. */
export interface Which {
  measure: Measure;
  cause?: { cause?: Cause | undefined; rule?: string | undefined; phrase?: string | undefined } | undefined;
  /** Only handoffs that began at one of these times. */
  hour?: { weekday: number; hour: number; timeZone: string } | undefined;
}

export interface FactStore {
  /** Conversations by the time something last happened in them, from `since` on, and whether each is counted as it is now. */
  page(request: {
    since: Mark;
    recentFrom: number;
    limit: number;
  }): Promise<{ id: string; mark: Mark; isCounted: boolean }[]>;
  told(ids: string[]): Promise<(Told & { lastAt: number })[]>;
  /** Takes the place of what was known of these conversations. */
  save(facts: (Facts & { lastAt: number })[]): Promise<void>;
  /** How many conversations there are to count. */
  total(): Promise<number>;
}

/** A place in all conversations, ordered by when something last happened in them. */
export interface Mark {
  lastAt: number;
  id: string;
}

export interface Numbers {
  /** `promisesDue`: handoffs since then are in no measure of promises. */
  counts(scope: Scope, promisesDue: number): Promise<Counts>;
  /** Conversations, and those handed off, in each of the parts. */
  series(scope: Scope, parts: Range[]): Promise<{ conversations: number; handedOff: number }[]>;
  /** By what decided, or by the words that matched: the most frequent first. */
  causes(scope: Scope, by: "rule" | "phrase"): Promise<CauseCount[]>;
  /** Handoffs that count in a measure. */
  handoffs(scope: Scope, measure: HandoffMeasure): Promise<{ conversationId: string; at: number }[]>;
  /** Who answered or claimed, by name. */
  people(scope: Scope): Promise<{ id: string; name: string }[]>;
  waitingNow(siteKeys?: readonly string[] | undefined): Promise<number>;
  /** Most recent first; `total` is how many there are in all. */
  list(
    request: ListRequest,
  ): Promise<{ summaries: Omit<Summary, "found">[]; cursor: string | undefined; total: number }>;
}

export interface ListRequest {
  scope: Scope;
  measure: Measure;
  cause?: Which["cause"];
  /** Only these, where they are known already. */
  ids?: readonly string[] | undefined;
  promisesDue: number;
  after?: string | undefined;
  limit?: number | undefined;
}
