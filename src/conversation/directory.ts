import type { Conversation } from "./conversation.ts";
import type { Author } from "./message.ts";

/** Which conversations, for a list. All conditions must hold. */
export interface Listing {
  /** `open` is everything but closed. */
  status?: "open" | "waiting" | "closed" | undefined;
  /** Whom it belongs to now. */
  agentId?: string | undefined;
  /** Who has it, or took it or answered in it at some time. */
  attendedBy?: string | undefined;
  /** Only of these sites; none at all when it is empty. */
  siteKeys?: readonly string[] | undefined;
  /** Only those that were handed to people at some time. */
  handedOff?: true | undefined;
  /** Only those whose visitors asked for people while nobody was handed to them, and whom nobody has taken since. */
  missed?: true | undefined;
  /** Who or what last asked for people: a `by` or a `rule` of the handoff's decision. */
  trigger?: string | undefined;
  /** Milliseconds since 1970: something was said at or after it. */
  from?: number | undefined;
  /** Milliseconds since 1970: it had begun before it. */
  to?: number | undefined;
  /** Words that must all be found in what was said, also to the team, or in who and where the visitor is. */
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
  /** By what a search found it. */
  found?: Found | undefined;
}

export interface Found {
  /** Where the message was posted; 0: it is no message, but who or where the visitor is. */
  seq: number;
  /** As it stands, with its translation. */
  text: string;
  author?: Author | undefined;
}

/**
 * Finding conversations. Waiting ones come first, longest waiting on top, then the most recent; what a search finds
 * comes by recency alone. A page begins where the one before ended, whatever moved meanwhile: a conversation that stays
 * where it is is listed once; one that moves past the cursor is news, and told to whoever shows the list.
 */
export interface Directory {
  list(listing: Listing): Promise<{ summaries: Summary[]; cursor: string | undefined }>;
  /** How many there are, whatever page is asked for. */
  count(listing: Omit<Listing, "after" | "limit">): Promise<number>;
  /** Everybody who took a conversation or answered in one of these sites, or of any, by name. */
  attendants(siteKeys?: readonly string[]): Promise<{ id: string; name: string }[]>;
}
