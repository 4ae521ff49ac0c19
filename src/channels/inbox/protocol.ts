/** What goes over the wire between the inbox's web app and the server, and is no feature's own. The web app imports types only. */
import { z } from "zod";
import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Company, Listed } from "./conversations/protocol.ts";

const conversationId = z.string().min(1).max(100);

/** What the page says over `/api/live`. */
export const FromPage = z.discriminatedUnion("type", [
  /** Show me this conversation from after this `seq` on; replaces what was watched before. */
  z.object({ type: z.literal("watch"), conversationId, after: z.number().int().min(0) }),
  z.object({ type: z.literal("unwatch") }),
  /** Something is being written in the watched conversation, a note or for the visitor: said every few seconds. */
  z.object({ type: z.literal("writing"), note: z.boolean() }),
  /** What was being written there was sent or given up. */
  z.object({ type: z.literal("paused") }),
  /** Answered with `pong`: how a browser, which sees no WebSocket pings, learns that the line is dead. */
  z.object({ type: z.literal("ping") }),
]);
export type FromPage = z.infer<typeof FromPage>;

/** What the server says over `/api/live`. */
export type ToPage =
  /** A conversation as the list shows it, whenever something happened in it. */
  | { type: "conversation"; summary: Listed }
  /** Of the watched conversation: everything after the cursor, in order. `seq` is the new cursor. */
  | {
      type: "news";
      conversationId: string;
      seq: number;
      conversation: Conversation;
      events: ConversationEvent[];
    }
  /** Of the watched conversation: who else is there, whenever that changes. */
  | { type: "company"; conversationId: string; company: Company }
  /** Somebody gave a conversation to the page's member. */
  | { type: "assigned"; conversation: Conversation; by: string }
  /** The page's member has read a conversation up to then (ms since 1970), or wants it unread, at whichever of their pages. */
  | { type: "read"; conversationId: string; readAt: number }
  /** The page's member is somebody else at another place of work than before: other conversations are theirs. */
  | { type: "recognised" }
  /** A conversation is no more. */
  | { type: "erased"; conversationId: string }
  /** Settings, sites or workspaces were changed, by whomever. */
  | { type: "settings" }
  | { type: "pong" };

/** The page must sign in again: the session ended, or the member left the team. */
export const signedOutCode = 4401;

/** Every refusal's body. `fields` names what is wrong where. */
export interface Refusal {
  error: { message: string; fields?: Record<string, string[]> | undefined };
}
