import type { ModalView } from "@slack/types";
import type { Agent, Conversation } from "../../../conversation/conversation.ts";
import type { Asking } from "../card/asking.ts";

/** What was filled in: each field's text or chosen values, by block_id. */
export type Filled = Record<string, { text: string; chosen: string[] }>;

export interface Submission extends Omit<Asking, "triggerId" | "press" | "agent"> {
  agent: Agent;
  conversationId: string;
  viewId: string;
  /** What in the conversation it is about, where that was said when the modal was opened. */
  about?: string | undefined;
  filled: Filled;
}

/** What is wrong with a submission, by the block_id of the field it stands under. */
export type FieldErrors = Record<string, string>;

export interface DialogView {
  blocks: ModalView["blocks"];
  /** The words on the button that sends it; without one there is nothing to send. */
  submit?: string;
}

/** A modal about one conversation. */
export interface Dialog {
  /** At most 24 characters. */
  title: string;
  callbackId: string;
  view(conversation: Conversation, about?: string): Promise<DialogView>;
  /** Returns what is wrong, or nothing when it is done. */
  submit(submission: Submission): Promise<FieldErrors | undefined>;
}
