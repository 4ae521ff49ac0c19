import { type Conversation, isWithPeople } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Recorded, Source } from "./store.ts";
import type { Suggestion } from "./suggestions.ts";
import { unchanged } from "./unchanged.ts";

/** What whoever takes over should know, by the assistant: for the team only, and it may be wrong. */
export interface Brief {
  /** What the visitor needs, in a line. */
  problem: string;
  /** What the assistant tried. */
  tried: string[];
  /** The visitor's, in English: "German". */
  language?: string | undefined;
  /** In a few words: "calm", "upset about the delay". */
  mood?: string | undefined;
  /** What is not known yet. */
  questions: string[];
  replies: Suggestion[];
}

export interface NewBrief {
  conversationId: string;
  /** When the handoff was that it was made for. A brief for an older one is dropped. */
  handoffAt: number;
  brief: Omit<Brief, "replies"> & { replies: string[] };
  source: Source;
}

/** One for each handoff, while people have the conversation. */
export async function brief(core: Core, { handoffAt, source, ...made }: NewBrief): Promise<Recorded> {
  const conversation = await core.load(made);
  if (!awaitsBrief(conversation) || conversation.handoff?.at !== handoffAt) return unchanged(conversation);

  const replies = made.brief.replies.map((text) => ({ id: core.newId(), text }));
  const brief = { ...made.brief, replies };
  return core.record({ ...conversation, brief }, [{ type: "conversation.briefed", brief }], source);
}

export const awaitsBrief = (conversation: Conversation) =>
  isWithPeople(conversation) && conversation.brief === undefined;
