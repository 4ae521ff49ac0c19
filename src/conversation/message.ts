import type { Agent } from "./conversation.ts";

export type Author = { kind: "visitor" } | { kind: "assistant" } | ({ kind: "agent" } & Agent);

export interface Message {
  id: string;
  author: Author;
  /** As typed by a visitor (plain), or Markdown by the assistant and by agents. Never empty; at most `maxTextLength`. */
  text: string;
  /** Notes are for the team only and never leave for a visitor. */
  note: boolean;
}

/** Characters in one message, whoever writes it. Slack's own limit for a typed message is the same. */
export const maxTextLength = 12_000;
