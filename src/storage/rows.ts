import { conversationOfOneAgent, eventOfOneAgent, type OneAgent } from "../conversation/as-one-agent.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../conversation/events.ts";
import type { Message } from "../conversation/message.ts";
import type { Conversation as ConversationRow, Event as EventRow } from "./generated/sqlite/client.ts";

/** Conversations and events as they are read: whoever works at several places is one agent. */
export interface AsRead {
  conversationOf(row: ConversationRow): Conversation;
  eventOf(row: EventRow): ConversationEvent;
}

export const asReadBy = (one: OneAgent): AsRead => ({
  conversationOf: (row) => conversationOfOneAgent(conversationOf(row), one),
  eventOf: (row) => eventOfOneAgent(eventOf(row), one),
});

/** As it was recorded. */
export function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id,
    siteKey: row.siteKey,
    visitor: {
      id: row.visitorId,
      name: row.visitorName ?? undefined,
      email: row.visitorEmail ?? undefined,
      phone: row.visitorPhone ?? undefined,
      language: row.visitorLanguage ?? undefined,
    },
    page: row.pageUrl === null ? undefined : { url: row.pageUrl, title: row.pageTitle ?? undefined },
    status: row.status as Conversation["status"],
    agent:
      row.agentId === null
        ? undefined
        : { id: row.agentId, name: row.agentName ?? "", avatarUrl: row.agentAvatarUrl ?? undefined },
    handoff: row.handoff === null ? undefined : JSON.parse(row.handoff),
    brief: row.brief === null ? undefined : JSON.parse(row.brief),
    offer: row.offer === null ? undefined : JSON.parse(row.offer),
    missed: row.missed === null ? undefined : JSON.parse(row.missed),
    rating: row.rating === null ? undefined : JSON.parse(row.rating),
    generation: row.generation,
    version: row.version,
    seq: row.seq,
    boundarySeq: row.boundarySeq,
    repliesTo: row.repliesTo as Conversation["repliesTo"],
    translating: row.translating === null ? undefined : JSON.parse(row.translating),
    isBlocked: row.isBlocked !== 0,
    deliveredSeq: row.deliveredSeq,
    seenSeq: row.seenSeq,
    mailedSeq: row.mailedSeq,
    textedSeq: row.textedSeq,
    lostContacts: row.lostContacts === null ? [] : JSON.parse(row.lostContacts),
    asksContact: row.asksContact !== 0,
    createdAt: Number(row.createdAt),
  };
}

/** `lastText` and `lastAt` are what the row has so far; they follow from the events. */
export function rowOf(conversation: Conversation, last: { text: string; at: number }): ConversationRow {
  const { visitor, page, agent, handoff, brief, offer, missed, rating, translating, lostContacts } =
    conversation;
  return {
    id: conversation.id,
    siteKey: conversation.siteKey,
    visitorId: visitor.id,
    visitorName: visitor.name ?? null,
    visitorEmail: visitor.email ?? null,
    visitorPhone: visitor.phone ?? null,
    visitorLanguage: visitor.language ?? null,
    pageUrl: page?.url ?? null,
    pageTitle: page?.title ?? null,
    status: conversation.status,
    agentId: agent?.id ?? null,
    agentName: agent?.name ?? null,
    agentAvatarUrl: agent?.avatarUrl ?? null,
    generation: conversation.generation,
    version: conversation.version,
    seq: conversation.seq,
    boundarySeq: conversation.boundarySeq,
    repliesTo: conversation.repliesTo,
    translating: translating ? JSON.stringify(translating) : null,
    isBlocked: conversation.isBlocked ? 1 : 0,
    deliveredSeq: conversation.deliveredSeq,
    seenSeq: conversation.seenSeq,
    mailedSeq: conversation.mailedSeq,
    textedSeq: conversation.textedSeq,
    lostContacts: lostContacts.length > 0 ? JSON.stringify(lostContacts) : null,
    asksContact: conversation.asksContact ? 1 : 0,
    handoff: handoff ? JSON.stringify(handoff) : null,
    brief: brief ? JSON.stringify(brief) : null,
    offer: offer ? JSON.stringify(offer) : null,
    missed: missed ? JSON.stringify(missed) : null,
    rating: rating ? JSON.stringify(rating) : null,
    waitingSince: conversation.status === "waiting" && handoff ? BigInt(handoff.at) : null,
    lastText: last.text,
    lastAt: BigInt(last.at),
    createdAt: BigInt(conversation.createdAt),
  };
}

/** As it was recorded. */
export function eventOf(row: EventRow): ConversationEvent {
  const happening: Happening & { externalId?: string } = JSON.parse(row.payload);
  return {
    externalId: "",
    ...happening,
    id: row.id,
    conversationId: row.conversationId,
    seq: row.seq,
    at: Number(row.at),
    via: row.via,
  };
}

export function eventRowOf(event: ConversationEvent): EventRow {
  const { id, conversationId, seq, at, via, ...happening } = event;
  return {
    id,
    conversationId,
    seq,
    at: BigInt(at),
    via,
    type: event.type,
    payload: JSON.stringify(happening),
    text: event.type === "message.posted" ? wordsOf(event.message) : "",
  };
}

/** What search finds a message by: both languages, where it has two. */
export const wordsOf = ({ text, translation, files = [] }: Message): string => {
  const translated = translation?.state === "done" ? [translation.text] : [];
  return [text, ...translated, ...files.map(({ name }) => name)].join("\n").trim();
};
