import { asItStands, changesMessage } from "../../../conversation/as-it-stands.ts";
import { type ConversationEvent, isAskingForPeople, isNews, isNote } from "../../../conversation/events.ts";
import { lastSaid } from "../../../conversation/last-said.ts";
import type { Author, Message } from "../../../conversation/message.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { forTeam } from "../../../conversation/translation.ts";
import type { Signal } from "../../../live.ts";
import type { Listed } from "./protocol.ts";

type Store = Pick<ConversationStore, "find" | "eventsAfter">;

/**
 * A conversation as the list shows it after a signal, from what came with it or else from the store. Undefined when
 * nothing changed there: how far the visitor has read moves nothing.
 */
export async function listedAfter(signal: Signal, store: Store): Promise<Listed | undefined> {
  const known = await newsOf(signal, store);
  const happened = known?.events.filter(isNews);
  const last = happened?.at(-1);
  if (!known || !happened || !last) return undefined;

  const { conversation } = known;
  const isReworded = happened.some(changesMessage);
  const isWhole = isReworded || happened.some(isAskingForPeople);
  const events = isWhole ? await store.eventsAfter(conversation.id, 0) : happened;
  const said = lastSaid(asItStands(events));
  return {
    ...{ conversation, lastAt: last.at },
    lastText: said ? wordsOf(said) : isWhole ? "" : undefined,
    lastBy: isReworded ? undefined : writerOf(happened),
  };
}

async function newsOf({ conversationId, conversation, events }: Signal, store: Store) {
  if (conversation && events?.length) return { conversation, events };
  const found = await store.find(conversationId);
  return (
    found && { conversation: found, events: await store.eventsAfter(found.id, Math.max(0, found.seq - 10)) }
  );
}

function writerOf(events: ConversationEvent[]): Author["kind"] | undefined {
  const last = events.findLast((event) => event.type === "message.posted" && !isNote(event));
  return last?.type === "message.posted" ? last.message.author.kind : undefined;
}

function wordsOf(message: Message): string {
  const { files = [] } = message;
  return forTeam(message).text || files.map(({ name }) => name).join(", ");
}
