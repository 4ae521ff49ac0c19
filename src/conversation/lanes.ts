/** What one listener still owes one conversation. Whoever holds the lease is alone with it. */
export interface Lane {
  listener: string;
  conversationId: string;
  /** Heard up to here. */
  deliveredSeq: number;
  /** Failed deliveries since the last success. */
  attempts: number;
  /** An earlier holder failed or vanished on the way. */
  uncertain: boolean;
}

/** How a delivery ended: heard up to `deliveredSeq`, and when (ms since 1970) to come back, if at all. */
export interface LaneOutcome {
  deliveredSeq: number;
  attempts: number;
  /** Come back then even if nothing new happens. Left out: come back when something new happens. */
  dueAt?: number | undefined;
  /** Given up at this time; a new event or `revive` tries once more. */
  deadAt?: number | undefined;
  error?: string | undefined;
}

export interface Lanes {
  /** Up to `limit` due lanes, now leased until `until`; a lease that runs out goes to the next who asks. */
  lease(request: { now: number; until: number; limit: number }): Promise<Lane[]>;
  /** Remembers progress and keeps the lease until `until`. Throws when it ran out and somebody else has the lane. */
  heard(lane: Lane, seq: number, until: number): Promise<void>;
  /** Changes nothing when somebody else has the lane by now. */
  release(lane: Lane, outcome: LaneOutcome): Promise<void>;
  /** Makes dead lanes due again; of one conversation, or all of a listener's. */
  revive(which: { listener: string; conversationId?: string }, now: number): Promise<void>;
  /** Per listener: lanes waiting and lanes given up. */
  depth(): Promise<{ listener: string; waiting: number; dead: number }[]>;
  /** Lanes whose last delivery failed: those given up first, the latest on top. */
  troubles(limit: number): Promise<LaneTrouble[]>;
  troubleOf(which: { listener: string; conversationId: string }): Promise<LaneTrouble | undefined>;
}

export interface LaneTrouble {
  listener: string;
  conversationId: string;
  attempts: number;
  /** Given up then; left out while it is tried again. */
  deadAt?: number | undefined;
  /** The last one, in words. */
  error: string;
}
