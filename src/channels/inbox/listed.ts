import type { ConversationEvent } from "../../conversation/events.ts";
import type { ConversationStore } from "../../conversation/ports.ts";
import type { Signal } from "../../live.ts";
import type { Listed } from "./protocol.ts";

/** A conversation as the list shows it after a signal, from what came with it or else from the store. */
export async function listedAfter(
  signal: Signal,
  store: Pick<ConversationStore, "find" | "eventsAfter">,
): Promise<Listed | undefined> {
  if (signal.conversation && signal.events?.length) return listed(signal.conversation, signal.events);

  const conversation = await store.find(signal.conversationId);
  if (!conversation) return undefined;
  return listed(conversation, await store.eventsAfter(conversation.id, Math.max(0, conversation.seq - 10)));
}

function listed(conversation: Listed["conversation"], events: ConversationEvent[]): Listed {
  const lastText = events.map(textOf).findLast((text) => text !== undefined);
  return { conversation, lastText, lastAt: events.at(-1)?.at ?? conversation.createdAt };
}

/** What the visitor can read too: the list speaks of the conversation, not of what the team says beside it. */
const textOf = (event: ConversationEvent) =>
  event.type === "message.posted" && !event.message.note ? event.message.text : undefined;
