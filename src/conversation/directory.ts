import type { Conversation } from "./conversation.ts";

/** Which conversations, for a list. All conditions must hold. */
export interface Listing {
  /** `open` is everything but closed. */
  status?: "open" | "waiting" | "closed" | undefined;
  agentId?: string | undefined;
  /** Only of these sites; none at all when it is empty. */
  siteKeys?: readonly string[] | undefined;
  /** Only those that were handed to people at some time. */
  handedOff?: true | undefined;
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
