import type { Page } from "./conversation.ts";

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
