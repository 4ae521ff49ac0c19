import type { Agent, Conversation, Page } from "./conversation.ts";
import type { ConversationEvent, Happening } from "./events.ts";
import type { Attachment } from "./message.ts";

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
  /** Also by a thread the conversation has left. */
  conversationAt(channel: string, externalId: string): Promise<string | undefined>;
  /**
   * From `from` to `to`, if that is still where the conversation is; returns where it is. `from` goes on leading here.
   */
  move(channel: string, conversationId: string, link: { from: string; to: string }): Promise<string>;
  /** The conversations that are not closed and whose current thread begins with `prefix`; at most `limit`. */
  openUnder(
    channel: string,
    prefix: string,
    limit: number,
  ): Promise<{ conversationId: string; externalId: string }[]>;
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

/** A post of ours in a channel's thread, and the stretch of the conversation that stands in it. */
export interface Copy {
  channel: string;
  /** Opaque, like a thread's. */
  externalId: string;
  conversationId: string;
  /** An event, and which part of a long one, from 1. */
  from: { seq: number; part: number };
  to: { seq: number; part: number };
}

/** Where our posts are, so that what is edited or deleted can be changed there too. */
export interface Copies {
  /** Adding one again replaces it. */
  add(copy: Copy): Promise<void>;
  /** Those that hold something of event `seq`, in order. */
  of(channel: string, conversationId: string, seq: number): Promise<Copy[]>;
  at(channel: string, externalId: string): Promise<Copy | undefined>;
  remove(channel: string, externalId: string): Promise<void>;
}

/** What an agent wrote and nobody was sent yet. */
export interface HeldReply {
  source: Source;
  conversationId: string;
  agent: Agent;
  text: string;
  files?: Attachment[] | undefined;
  /** "undo": for a while in which it can be taken back. "note": it looks like one, and the agent was asked. */
  reason: "undo" | "note";
  /** Sent then (ms since 1970); left out: when the agent says so. */
  releaseAt?: number | undefined;
}

export interface HeldReplies {
  /** Holding one again changes nothing. Returns false then. */
  hold(reply: HeldReply): Promise<boolean>;
  find(source: Source): Promise<HeldReply | undefined>;
  /** Returns false when it is held no longer. */
  change(source: Source, said: { text: string; files?: Attachment[] | undefined }): Promise<boolean>;
  /** Returns false when it was not held any longer. */
  drop(source: Source): Promise<boolean>;
  /** Those whose time has come, oldest first. */
  due(now: number, limit: number): Promise<HeldReply[]>;
}

/** Whether a visitor is on the site, since when (ms since 1970) or until when, and on which page. */
export interface Presence {
  conversationId: string;
  isHere: boolean;
  at: number;
  page?: Page | undefined;
}

export interface Presences {
  save(presence: Presence): Promise<void>;
  find(conversationId: string): Promise<Presence | undefined>;
  /** Nobody is here: the process that knew has just started. */
  clear(): Promise<void>;
}

/** A workspace in which the app was installed. */
export interface Installation {
  channel: string;
  /** The workspace's id there. */
  externalId: string;
  name: string;
  /** Its token and the like, encrypted by the channel. */
  sealed: string;
  /** An admin of ours agreed: until then nothing is sent there and nothing taken from there. */
  isApproved: boolean;
  /** Who installed it, in words. */
  by: string;
  at: number;
}

export interface Installations {
  all(channel: string): Promise<Installation[]>;
  /** Saving one again replaces it. */
  save(installation: Installation): Promise<void>;
  remove(channel: string, externalId: string): Promise<void>;
}
