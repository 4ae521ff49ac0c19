import { z } from "zod";
import type { Agent, Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Author } from "../../../conversation/message.ts";
import type { Presence } from "../../../conversation/presence.ts";
import type { Mark } from "../../../search/matches.ts";
import { maxFiles } from "./file-limits.ts";

const name = z.string().trim().min(1).max(200);
/** Milliseconds since 1970. */
const time = z.coerce.number().int().min(0).max(9_999_999_999_999);

/**
 * `GET /api/conversations`. All conditions must hold. The same names stand in the address of the list, `/inbox?…`, and
 * behind an open conversation's, `/inbox/c/ID?…`, so every list can be linked to:
 *
 *     /inbox?status=closed&site=shop&agent=USER&trigger=button&from=1767225600000&to=1769904000000&search=refund
 *
 * `/inbox/c/ID?at=SEQ` shows the message that was posted as event SEQ. A further condition needs its name here, its
 * place in `listing-of.ts` and in `Listing`; the web app hands on what it does not know.
 */
export const ListQuery = z.object({
  /** `open` is all but closed; `mine` is what the asking member owns, closed ones aside. */
  status: z.enum(["open", "waiting", "mine", "closed", "all"]).default("open"),
  search: z.string().trim().max(200).optional(),
  /** A site's key. */
  site: name.optional(),
  /** Who has it, or took it or answered in it at some time: a member's id, or an agent's of Slack. */
  agent: name.optional(),
  /** Who last asked for people: `button`, `rule`, `model`, `failure`, `agent`; or a rule's name: `asks-for-a-person`. */
  trigger: name.optional(),
  /** `yes`: people were asked for while live handoff was off, and nobody has taken it since. */
  missed: z.literal("yes").optional(),
  /** Something was said at or after it. */
  from: time.optional(),
  /** It had begun before it. */
  to: time.optional(),
  /** The `cursor` of the page before. */
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** `POST /api/conversations/ID/read` and `/unread`: up to when (ms since 1970) the member has read it. */
export const ReadUpTo = z.object({ at: time });

/** `GET /api/conversations/counts`: of open conversations, how many there are for the member. */
export interface Counts {
  waiting: number;
  mine: number;
  /** Asked for people while live handoff was off. */
  missed: number;
}

/** `GET /api/conversations/filters`: what a list can be narrowed to, sites aside. */
export interface Filters {
  agents: { id: string; name: string }[];
}

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
  /** Who said it, where that has just happened. */
  lastBy?: Author["kind"] | undefined;
  lastAt: number;
  /** By what a search found it. */
  found?: Snippet | undefined;
  /** Up to when (ms since 1970) the asking member has read it; never when it is absent. */
  readAt?: number | undefined;
}

/** One line of a message, or of who and where the visitor is (`seq` 0), with the stretches that were looked for. */
export interface Snippet {
  seq: number;
  text: string;
  marks: Mark[];
  author?: Author | undefined;
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
  /** Whether replies follow a visitor who has left to their address. */
  sendsMail: boolean;
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
