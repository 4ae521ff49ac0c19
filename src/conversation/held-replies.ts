import type { Agent } from "./conversation.ts";
import type { Attachment } from "./message.ts";
import type { Source } from "./store.ts";

/** What an agent wrote and nobody was sent yet. */
export interface HeldReply {
  source: Source;
  conversationId: string;
  agent: Agent;
  text: string;
  files?: Attachment[] | undefined;
  /** "undo": for a while in which it can be taken back. "note": it looks like one, and the agent was asked. */
  reason: "undo" | "note";
  /** Sent then (ms since 1970); left out: when the agent says so. */
  releaseAt?: number | undefined;
}

export interface HeldReplies {
  /** Holding one again changes nothing. Returns false then. */
  hold(reply: HeldReply): Promise<boolean>;
  find(source: Source): Promise<HeldReply | undefined>;
  /** Returns false when it is held no longer. */
  change(source: Source, said: { text: string; files?: Attachment[] | undefined }): Promise<boolean>;
  /** Returns false when it was not held any longer. */
  drop(source: Source): Promise<boolean>;
  /** Those whose time has come, oldest first. */
  due(now: number, limit: number): Promise<HeldReply[]>;
}
