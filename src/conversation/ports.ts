import type { Conversation } from "./conversation.ts";
import type { ConversationEvent, Happening } from "./events.ts";

/** Where an inbound message came from, and the id its sender gave it, so a retry is recognised. */
export interface Source {
  via: string;
  /** Unique within `via`, for ever: Slack's `team/channel/ts`, or `visitor/client id`. */
  externalId: string;
}

export interface Change {
  /** The new state, with the `version` and `seq` it was computed from; the store advances both. */
  conversation: Conversation;
  /** What happened, in order. Each becomes an event with the next `seq`. */
  happenings: Happening[];
  source: Source;
  /** Names of the durable listeners that are owed this change. */
  lanes: string[];
}

export interface Recorded {
  /** False when the source was seen before: nothing changed, and `seq` is where it was recorded then. */
  fresh: boolean;
  conversationId: string;
  /** Of the last event of this change. */
  seq: number;
  events: ConversationEvent[];
  conversation: Conversation | undefined;
}

export interface ConversationStore {
  find(id: string): Promise<Conversation | undefined>;
  findByVisitor(siteKey: string, visitorId: string): Promise<Conversation | undefined>;
  /**
   * Saves state, events and source together, and marks the lanes of the listeners concerned as due: all or nothing.
   * Throws `Conflict` when the conversation was changed, or first created, by someone else meanwhile.
   */
  record(change: Change): Promise<Recorded>;
  /** What was recorded for a source before; undefined for a new one. */
  recorded(source: Source): Promise<Recorded | undefined>;
  /** Events after `seq`, in order; all of them when `limit` is left out. */
  eventsAfter(conversationId: string, seq: number, limit?: number): Promise<ConversationEvent[]>;
}

/** Links a conversation to its mirror elsewhere. `externalId` is opaque here: only its channel can read it. */
export interface Threads {
  find(channel: string, conversationId: string): Promise<string | undefined>;
  conversationAt(channel: string, externalId: string): Promise<string | undefined>;
  /** Returns the link that holds: an earlier one wins over this one. */
  link(channel: string, conversationId: string, externalId: string): Promise<string>;
}

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
  /** Remembers progress and keeps the lease until `until`. */
  heard(lane: Lane, seq: number, until: number): Promise<void>;
  release(lane: Lane, outcome: LaneOutcome): Promise<void>;
  /** Makes dead lanes due again; of one conversation, or all of a listener's. */
  revive(which: { listener: string; conversationId?: string }, now: number): Promise<void>;
  /** Per listener: lanes waiting and lanes given up. */
  depth(): Promise<{ listener: string; waiting: number; dead: number }[]>;
}

/** What a durable listener is owed: everything new of one conversation, in order, at once. */
export interface Delivery {
  /** As it is now; newer than the last of `events` when more happens meanwhile. */
  conversation: Conversation;
  events: ConversationEvent[];
  /** An earlier attempt may have got through: look before doing it again. */
  uncertain: boolean;
  /** Remembers that everything up to `seq` was heard, so a later failure repeats only the rest. */
  heard(seq: number): Promise<void>;
}

export interface Listener {
  readonly name: string;
  /** "visitor" listeners never see team notes. */
  readonly audience: "visitor" | "team";
  /** Pure: whether this change is worth waking for. What is slept through is heard with the next one. */
  concerns(conversation: Conversation, happenings: readonly Happening[]): boolean;
  /**
   * Hears one conversation's news. Throw anything to be called again with backoff, `NotBefore` to be called again at
   * a time, `Refused` to give up at once and tell people.
   */
  hear(delivery: Delivery): Promise<void>;
}

/** Not yet: the other side said when it will listen again (Slack's Retry-After). Costs no attempt. */
export class NotBefore extends Error {
  override readonly name = "NotBefore";
  readonly at: number;

  constructor(at: number, message = "The other side asked to wait.") {
    super(message);
    this.at = at;
  }
}

/** Trying again cannot help until a person changes something; `message` says what. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** Which conversations, for a list. All conditions must hold. */
export interface Listing {
  /** `open` is everything but closed. */
  status?: "open" | "waiting" | "closed" | undefined;
  agentId?: string | undefined;
  /** Words that must appear in what was said, or in the visitor's name or address. */
  search?: string | undefined;
  /** The `cursor` of the page before. */
  after?: string | undefined;
  /** At most; 50 when left out. */
  limit?: number | undefined;
}

/** One conversation as a list shows it. */
export interface Summary {
  conversation: Conversation;
  lastText: string;
  lastAt: number;
}

/** Finding conversations. Waiting ones come first, longest waiting on top; then the most recent. */
export interface Directory {
  list(listing: Listing): Promise<{ summaries: Summary[]; cursor: string | undefined }>;
}
