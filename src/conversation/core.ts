import type { Conversation, Page, Visitor } from "./conversation.ts";
import type { Happening } from "./events.ts";
import type { ConversationStore, Recorded, Source } from "./store.ts";

export interface Dependencies {
  store: ConversationStore;
  newId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The durable listeners that must hear of a change, by name. */
  owed: (conversation: Conversation, happenings: readonly Happening[], via: string) => string[];
  /** Called after a change is safely stored, and only then, with the listeners that are owed it. */
  announce: (recorded: Recorded, lanes: readonly string[]) => void;
}

/** A conversation by its id, or a visitor's one conversation on a site, which starts when it is first asked for. */
export type Whose =
  | { conversationId: string }
  | { siteKey: string; visitor: Visitor; page?: Page | undefined };

/** What every verb works with. */
export interface Core extends Dependencies {
  load(whose: Whose): Promise<Conversation>;
  /** Saves and announces; with nothing to say, changes nothing. */
  record(conversation: Conversation, happenings: Happening[], source: Source): Promise<Recorded>;
}
