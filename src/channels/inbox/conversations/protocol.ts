import { z } from "zod";
import type { Agent, Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Presence } from "../../../conversation/presence.ts";
import { maxFiles } from "./file-limits.ts";

/** `GET /api/conversations`; `mine` is what the asking member owns, closed ones aside. */
export const ListQuery = z.object({
  status: z.enum(["open", "waiting", "mine", "closed"]).default("open"),
  search: z.string().trim().max(200).optional(),
  /** The `cursor` of the page before. */
  after: z.string().max(500).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** `id` is made by the page: sent twice, it is done once. */
export const Act = z.object({ id: z.uuid() });
/** `files`: ids of what was uploaded for this conversation before; with some, the text may be empty. */
export const Saying = Act.extend({
  text: z.string().max(50_000),
  files: z.array(z.string().min(1).max(100)).max(maxFiles).optional(),
});
/** `suggestion`: the assistant's that it was made from. */
export const Reply = Saying.extend({ suggestion: z.string().min(1).max(100).optional() });

/** `to`: the id of the member who has it from now on. */
export const Assigning = Act.extend({ to: z.string().min(1).max(100) });

export interface Listed {
  conversation: Conversation;
  /** What was last said; absent when only the state changed and it is not at hand. */
  lastText?: string | undefined;
  lastAt: number;
}

/** Who is at a conversation besides the one who looks. */
export interface Company {
  agents: (Agent & { isWriting: boolean })[];
  visitor: { isWriting: boolean; presence?: Presence | undefined };
}

export interface ListedPage {
  summaries: Listed[];
  cursor?: string | undefined;
}

/** Whether a conversation can be translated: into `teamLanguage` (a BCP 47 tag), or why not and what to set. */
export interface TranslationOffer {
  teamLanguage: string;
  problem?: string | undefined;
}

export interface WholeConversation {
  conversation: Conversation;
  events: ConversationEvent[];
  translation?: TranslationOffer | undefined;
}

/** After a verb: where it stands in the conversation. `fresh` is false when it had been done before. */
export interface Done {
  fresh: boolean;
  seq: number;
  conversation?: Conversation | undefined;
}

/** `GET /api/conversations/ID/delivery`: whether the conversation got to Slack; `error` is the last one, in words. */
export type Delivery = (
  | { state: "fine" }
  | { state: "trying"; error: string }
  | { state: "givenUp"; error: string; at: number }
) & {
  /** It has a thread there, which `GET /api/conversations/ID/slack` leads to. */
  isInSlack?: true;
};
