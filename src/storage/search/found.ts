import type { Found } from "../../conversation/directory.ts";
import type { Author } from "../../conversation/message.ts";
import { countFound } from "../../search/matches.ts";
import type { Phrase } from "../../search/question.ts";
import type { Client } from "../client.ts";
import type { Conversation as ConversationRow } from "../generated/sqlite/client.ts";
import { detailsIn } from "./findable-rows.ts";

/** Where each conversation says most of what was asked for, the latest of several; by its id. */
export async function foundIn(
  client: Client,
  question: readonly Phrase[],
  rows: readonly ConversationRow[],
): Promise<Map<string, Found>> {
  const events = await client.event.findMany({
    where: { conversationId: { in: rows.map(({ id }) => id) }, NOT: { text: "" } },
    orderBy: { seq: "desc" },
    select: { conversationId: true, seq: true, text: true, payload: true },
  });
  const best = new Map<string, { count: number; found: Found }>();
  const offer = (id: string, found: Found) => {
    const count = countFound(found.text, question);
    if (count > (best.get(id)?.count ?? 0)) best.set(id, { count, found });
  };

  for (const { conversationId, seq, text, payload } of events) {
    if (best.get(conversationId)?.count === question.length) continue;
    offer(conversationId, { seq, text, author: authorIn(payload) });
  }
  for (const row of rows) for (const text of detailsIn(row)) offer(row.id, { seq: 0, text });
  return new Map([...best].map(([id, { found }]) => [id, found]));
}

const authorIn = (payload: string): Author | undefined =>
  (JSON.parse(payload) as { message?: { author: Author } }).message?.author;
