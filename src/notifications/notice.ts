/** How somebody is told. */
export type Way = "email" | "sms";

/** Something one person is to be told: kept until it is out, or given up. */
export interface Notice {
  id: string;
  way: Way;
  /** An address or a number, as the settings have it. */
  recipient: string;
  conversationId: string;
  /** What it was planned for; others may be told of the same. */
  key: string;
  /** Failed tries since it became due. */
  attempts: number;
  /** When it was planned, in ms since 1970. */
  at: number;
}

export interface PlannedNotice {
  way: Way;
  recipient: string;
  conversationId: string;
  /** What was planned once for a recipient is not planned again. */
  key: string;
  /** Not before then (ms since 1970). */
  dueAt: number;
}

/** What became of the last one to a recipient, for the admin who looks at the list. */
export interface LastNotice {
  way: Way;
  recipient: string;
  state: "waiting" | "sent" | "delivered" | "failed" | "dropped";
  at: number;
  error?: string | undefined;
}

/** Why somebody cannot be reached: the address is dead, the number is none, or they asked for no more. */
export interface Unreachable {
  way: Way;
  recipient: string;
  reason: "bounced" | "opted-out" | "invalid";
  /** For an admin: what happened and what to do. */
  words: string;
}

export interface Notices {
  plan(notices: readonly PlannedNotice[]): Promise<void>;
  /** When something last went out to a recipient, and when the next thing will. */
  pace(way: Way, recipient: string): Promise<{ sentAt?: number | undefined; dueAt?: number | undefined }>;
  /**
   * Of one recipient for whom something is due: all that waits for them, so that it goes out as one; leased until then.
   * Undefined when nothing is due.
   */
  take(request: { now: number; until: number }): Promise<Notice[] | undefined>;
  sent(ids: readonly string[], providerId: string, at: number): Promise<void>;
  /** Later, with one more failed try. */
  postpone(ids: readonly string[], dueAt: number, error?: string): Promise<void>;
  /** Given up, or of no use any more; `error` says why. */
  end(ids: readonly string[], state: "failed" | "dropped", error: string): Promise<void>;
  /**
   * Whether nobody was reached with what has this key in this way: nothing was sent, and nothing waits that has failed less
   * often than so.
   */
  isInVain(call: { way: Way; key: string; attempts: number }): Promise<boolean>;
  /** What a provider says later of what it took. Returns false when it is none of ours. */
  reported(providerId: string, state: "delivered" | "failed", error?: string): Promise<boolean>;
  /** How many messages went out since then. */
  countSince(way: Way, since: number): Promise<number>;
  /** The conversations that the last message to a recipient told of, and when it went out; none when there was none. */
  lastToldOf(way: Way, recipient: string): Promise<{ conversationIds: string[]; at: number } | undefined>;
  /** The last one to a recipient. */
  last(way: Way, recipient: string): Promise<LastNotice | undefined>;

  markUnreachable(unreachable: Unreachable): Promise<void>;
  /** Returns false when they were not marked. */
  markReachable(way: Way, recipient: string): Promise<boolean>;
  unreachable(): Promise<Unreachable[]>;
  /** Of one recipient; undefined when they are reached, as far as anybody knows. */
  whyUnreachable(way: Way, recipient: string): Promise<Unreachable | undefined>;
}
