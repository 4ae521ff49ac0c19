import type { Conversation } from "./conversation.ts";
import type { ConversationEvent } from "./events.ts";

/** A conversation with all that happened in it, in order. */
export interface Told {
  conversation: Conversation;
  events: ConversationEvent[];
}

/** Every conversation there has been, whole: for whoever looks back over many of them. */
export interface Archive {
  count(): Promise<number>;
  /** Those in which something happened last come first. `after` is the `cursor` of the page before. */
  latest(page: { after?: string | undefined; limit: number }): Promise<{
    told: Told[];
    cursor: string | undefined;
  }>;
}
