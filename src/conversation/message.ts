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
  /** Something in it is masked, because this is a copy for those who may not read it. Never stored. */
  hasMasked?: true | undefined;
  /** A draft of the assistant's, for the agent who asked for it. */
  draftFor?: Agent | undefined;
  /** An agent sent this from a suggestion of the assistant's. */
  suggestionId?: string | undefined;
  /** Notes are for the team only and never leave for a visitor. */
  note: boolean;
  /** For whoever is on the other side: the team where a visitor or the assistant wrote, the visitor where an agent did. */
  translation?: Translation | undefined;
  /** What the visitor has of an agent's reply that had to wait for its translation. */
  sent?: Sent | undefined;
}

export type Translation =
  /** On its way. The visitor gets an agent's reply, or new words for one, when it is there. */
  | { state: "awaited" }
  /** `language` is that of `text`, by its BCP 47 tag. */
  | { state: "done"; text: string; language: string }
  /** The words are in the reader's language already. */
  | { state: "same" }
  /** There is none; why and what to do, in words for the team. */
  | { state: "failed"; reason: string };

export interface Sent {
  /** The event with which the visitor first got it: what they have before and after it is told by this. */
  seq: number;
  text: string;
  /** As the agent wrote it, where `text` is a translation into `language`. */
  original?: string | undefined;
  language?: string | undefined;
}

/** Characters in one message, whoever writes it. Slack's own limit for a typed message is the same. */
export const maxTextLength = 12_000;
