import { messageIn } from "./as-it-stands.ts";
import type { Agent, Conversation } from "./conversation.ts";
import { ConversationError } from "./errors.ts";
import type { ConversationEvent } from "./events.ts";
import type { Recorded, Source } from "./store.ts";

/** Words the assistant suggests to the team. A visitor reads them when an agent sends them, once. */
export interface Suggestion {
  id: string;
  /** Markdown, as agents write. */
  text: string;
}

/** Who sent a suggestion, and when (ms since 1970). */
export interface SentSuggestion {
  by: Agent;
  at: number;
}

/** A reply of the brief's, or a draft somebody asked for; undefined when it is no more. */
export function suggestionIn(
  { brief }: Conversation,
  events: readonly ConversationEvent[],
  id: string,
): Suggestion | undefined {
  const reply = brief?.replies.find((one) => one.id === id);
  if (reply) return reply;
  const message = messageIn(events, id)?.message;
  return message?.draftFor ? { id, text: message.text } : undefined;
}

/** The suggestions that were sent, by id. One that was deleted at the visitor's afterwards was sent all the same. */
export function sentSuggestions(events: readonly ConversationEvent[]): Map<string, SentSuggestion> {
  const sent = new Map<string, SentSuggestion>();
  for (const event of events) {
    if (event.type !== "message.posted" || event.message.author.kind !== "agent") continue;
    const { author, suggestionId } = event.message;
    const { kind: _, ...by } = author;
    if (suggestionId) sent.set(suggestionId, { by, at: event.at });
  }
  return sent;
}

/** Two agents who send the same suggestion, wherever they are, send it once. */
export const sourceOfSuggestion = (conversationId: string, suggestionId: string): Source => ({
  via: "suggestion",
  externalId: `${conversationId}/${suggestionId}`,
});

/** Tells whoever came second; the same words by the same agent are only a repeat. */
export function assertSentBy(
  agent: Agent,
  text: string,
  { seq }: Recorded,
  events: readonly ConversationEvent[],
): void {
  const sent = events.find((event) => event.seq === seq);
  if (sent?.type !== "message.posted" || sent.message.author.kind !== "agent") return;
  const { author } = sent.message;
  const isSame = author.id === agent.id && sent.message.text === text.trim();
  if (!isSame)
    throw new ConversationError(
      "already_sent",
      `${author.id === agent.id ? "You have" : `${author.name} has`} sent this suggestion already.`,
    );
}
