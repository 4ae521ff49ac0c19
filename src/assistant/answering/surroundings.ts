import type { Conversation } from "../../conversation/conversation.ts";

/** What an answer needs of the world while it is being written. */
export interface Surroundings {
  /** The visitor reads along: all that is written so far, or nothing any more. It is kept nowhere. */
  show(conversation: Conversation, text: string): void;
  /** Calls `moved` whenever something happens in the conversation, on whichever node. Returns how to stop. */
  watch(conversation: Conversation, moved: () => void): () => void;
}

export const nobodyLooks: Surroundings = { show: () => {}, watch: () => () => {} };
