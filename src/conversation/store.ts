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
