import { changesMessage } from "../../conversation/as-it-stands.ts";
import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import { termsOf } from "../../search/terms.ts";
import type { Conversation as ConversationRow } from "../generated/sqlite/client.ts";
import { wordsOf } from "../rows.ts";

/** What a search finds at `seq`: a message, or at 0 the conversation by its visitor. */
export interface FindableRow {
  conversationId: string;
  seq: number;
  terms: string;
}

/** The messages that a change posts or changes, by their last words; nothing is left of the words of deleted ones. */
export function findableRowsOf(events: readonly ConversationEvent[]): FindableRow[] {
  const rows = new Map<number, FindableRow>();
  for (const event of events) {
    const isChange = changesMessage(event);
    if (!isChange && event.type !== "message.posted") continue;
    const seq = isChange ? event.posted.seq : event.seq;
    const terms = event.type === "message.deleted" ? "" : termsOf(wordsOf(event.message));
    if (isChange || terms !== "") rows.set(seq, { conversationId: event.conversationId, seq, terms });
  }
  return [...rows.values()];
}

export const detailsRowOf = ({ id, visitor, page }: Conversation): FindableRow => ({
  conversationId: id,
  seq: 0,
  terms: termsOf(
    detailsOf([visitor.name, visitor.email, visitor.phone, page?.title, page?.url, id]).join("\n"),
  ),
});

/** Who and where a visitor is, each in words of its own. */
export const detailsIn = (row: ConversationRow): string[] =>
  detailsOf([row.visitorName, row.visitorEmail, row.visitorPhone, row.pageTitle, row.pageUrl, row.id]);

const detailsOf = (details: (string | null | undefined)[]): string[] =>
  details.filter((detail) => detail != null && detail !== "").map(String);
