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
  /** The threads beginning with `prefix` that conversations, not closed, have left since then (ms since 1970). */
  leftUnder(
    channel: string,
    prefix: string,
    since: number,
    limit: number,
  ): Promise<{ conversationId: string; externalId: string }[]>;
  /** Returns the link that holds: an earlier one wins over this one. */
  link(channel: string, conversationId: string, externalId: string): Promise<string>;
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
