import type { KnownBlock, MessageMetadata } from "@slack/types";

/** What a post says: blocks for those who see them, text for notifications, screen readers and search. */
export interface Content {
  /** Already mrkdwn: nothing in it is unescaped. */
  text: string;
  blocks: KnownBlock[];
}

/** Whom a post looks like it comes from. Left out, it comes from the app itself. */
export type Worn = { username: string } & ({ icon_url: string } | { icon_emoji: string });

export interface SlackPost extends Partial<Content> {
  channel: string;
  text: string;
  metadata: MessageMetadata;
  /** The root's `ts`; `isBroadcast` shows the reply in the channel as well. */
  thread?: { ts: string; isBroadcast: boolean };
  worn?: Worn | undefined;
}

export interface SlackUpdate {
  channel: string;
  ts: string;
  text: string;
  blocks: KnownBlock[];
  metadata: MessageMetadata;
}
