import type { Agent } from "./conversation.ts";

export type Author = { kind: "visitor" } | { kind: "assistant" } | ({ kind: "agent" } & Agent);

/** A file that goes with a message. Its bytes are elsewhere, under its id. */
export interface Attachment {
  id: string;
  /** As its owner named it. */
  name: string;
  /** `image/png`; `application/octet-stream` when nobody can tell. */
  mime: string;
  /** In bytes. */
  size: number;
}

export interface Message {
  id: string;
  author: Author;
  /** As typed by a visitor (plain), or Markdown by the assistant and by agents. Empty only with files; at most `maxTextLength`. */
  text: string;
  files?: Attachment[] | undefined;
  /** Its words are not the first. */
  isEdited?: true | undefined;
  /** A draft of the assistant's, for the agent who asked for it. */
  draftFor?: Agent | undefined;
  /** An agent sent this from a suggestion of the assistant's. */
  suggestionId?: string | undefined;
  /** Notes are for the team only and never leave for a visitor. */
  note: boolean;
}

/** Characters in one message, whoever writes it. Slack's own limit for a typed message is the same. */
export const maxTextLength = 12_000;
