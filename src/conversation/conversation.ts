/** What a conversation is, and what of it changes while it stays with whom it is. Pure: no I/O, no clock, no randomness. */
import type { Brief } from "./brief.ts";
import type { Decision } from "./decision.ts";
import type { LostContact } from "./lost-contact.ts";
import type { MissedHandoff } from "./missed-handoff.ts";
import type { RatingRequest } from "./rating.ts";

/** Whose turn it is: the assistant answers, people are awaited, a person answers, or nobody until the visitor writes. */
export type Status = "assistant" | "waiting" | "agent" | "closed";

/** A person of the team. `id` is stable per place of work: `slack:T1/U1`, or the inbox's user id. */
export interface Agent {
  id: string;
  name: string;
  avatarUrl?: string | undefined;
}

/** Whom the agents' replies in a thread are for. */
export type RepliesTo = "visitor" | "team";

export interface Visitor {
  id: string;
  name?: string | undefined;
  email?: string | undefined;
  /** In E.164, and with their consent to be answered by SMS. */
  phone?: string | undefined;
  /** Theirs, by its BCP 47 tag: as their browser says, until they have been read. */
  language?: string | undefined;
}

/** The page the visitor was on when they last did something. */
export interface Page {
  url: string;
  title?: string | undefined;
}

/** Why and since when (ms since 1970) people were asked for. */
export interface Handoff extends Decision {
  at: number;
}

/** People offered to the visitor (ms since 1970), and why: once in each part of a conversation. */
export interface Offer extends Decision {
  at: number;
  /** The visitor has not chosen yet, nor written on. */
  isOpen: boolean;
}

/** The team and the visitor each read and write their own language. */
export interface Translating {
  /** Off, replies that still wait for a translation are waited for. */
  isOn: boolean;
  /** By its BCP 47 tag. */
  teamLanguage: string;
}

export interface Conversation {
  id: string;
  siteKey: string;
  visitor: Visitor;
  page: Page | undefined;
  status: Status;
  /** Who answers; only while `status` is "agent". */
  agent: Agent | undefined;
  /** Why people were last asked for. Stays after hand back and close, so a thread once opened stays complete. */
  handoff: Handoff | undefined;
  /** The assistant's, for the people who have the conversation or had it last; none without a model. */
  brief: Brief | undefined;
  /** Made since the last change of owner, open or not. */
  offer: Offer | undefined;
  /** People were asked for since the last change of owner, while nobody is handed to them. */
  missed: MissedHandoff | undefined;
  /** The visitor was asked how it went, since the last change of owner. */
  rating: RatingRequest | undefined;
  /** Grows at each change of owner. What was computed under an older one is out of date. */
  generation: number;
  /** Counts the saves. A save based on an older count is refused, so no change is ever lost. */
  version: number;
  /** The number of the last event; events are numbered 1, 2, 3… without a gap. */
  seq: number;
  /** What visitors said up to this event no longer triggers a handoff: it belongs to a part that ended. */
  boundarySeq: number;
  /** Whether what agents write in a thread reaches the visitor, or is a note. */
  repliesTo: RepliesTo;
  /** Never switched on when undefined. */
  translating: Translating | undefined;
  /** The visitor may not write any more. */
  isBlocked: boolean;
  /** The visitor's browser has everything up to this event. */
  deliveredSeq: number;
  /** The visitor has seen everything up to this event. */
  seenSeq: number;
  /** What agents wrote up to this event went to the visitor by email too, as far as they had not seen it. */
  mailedSeq: number;
  /** Or by SMS. */
  textedSeq: number;
  /** Addresses of the visitor's where they are not reached; at most one each way. */
  lostContacts: readonly LostContact[];
  /** The visitor is asked where they can be answered: nobody may be there before they leave. */
  asksContact: boolean;
  createdAt: number;
}

export type NewConversation = Pick<Conversation, "id" | "siteKey" | "visitor" | "createdAt">;

export function begun({ id, siteKey, visitor, createdAt }: NewConversation): Conversation {
  return {
    id,
    siteKey,
    visitor,
    page: undefined,
    status: "assistant",
    agent: undefined,
    handoff: undefined,
    brief: undefined,
    offer: undefined,
    missed: undefined,
    rating: undefined,
    generation: 0,
    version: 0,
    seq: 0,
    boundarySeq: 0,
    repliesTo: "visitor",
    translating: undefined,
    isBlocked: false,
    deliveredSeq: 0,
    seenSeq: 0,
    mailedSeq: 0,
    textedSeq: 0,
    lostContacts: [],
    asksContact: false,
    createdAt,
  };
}

export const isOpen = (conversation: Conversation) => conversation.status !== "closed";

export const awaitsAssistant = (conversation: Conversation) => conversation.status === "assistant";

export const isTranslated = ({ translating }: Conversation) => translating?.isOn === true;

export const awaitsPeople = (conversation: Conversation) => conversation.status === "waiting";

/** People are awaited, or one of them answers. */
export const isWithPeople = ({ status }: Conversation) => status === "waiting" || status === "agent";

/** People have been asked for at least once, so the team follows this conversation. */
export const concernsPeople = (conversation: Conversation) => conversation.handoff !== undefined;

/** Whether the visitor is being asked to choose between a person and the assistant. */
export const isOffered = ({ offer }: Conversation) => offer?.isOpen === true;

export function offered(conversation: Conversation, offer: Omit<Offer, "isOpen">): Conversation {
  return { ...conversation, offer: { ...offer, isOpen: true } };
}

/** The visitor goes on with the assistant. What they were asked stays known, so that it is not asked again. */
export function goingOn(conversation: Conversation): Conversation {
  const { offer, rating } = conversation;
  return {
    ...conversation,
    offer: offer && { ...offer, isOpen: false },
    rating: rating && { ...rating, isOpen: false },
  };
}

export function reached(conversation: Conversation, upTo: number, isSeen: boolean): Conversation {
  return {
    ...conversation,
    deliveredSeq: Math.max(conversation.deliveredSeq, upTo),
    seenSeq: isSeen ? Math.max(conversation.seenSeq, upTo) : conversation.seenSeq,
  };
}

/** What is known of visitor and page, brought up to date; nothing known is forgotten. */
export function seenAs(
  conversation: Conversation,
  { visitor, page }: { visitor?: Partial<Visitor> | undefined; page?: Page | undefined },
): Conversation {
  const { id, name, email, phone, language } = conversation.visitor;
  return {
    ...conversation,
    visitor: {
      id,
      name: visitor?.name ?? name,
      email: visitor?.email ?? email,
      phone: visitor?.phone ?? phone,
      // What somebody writes says more than their browser, which says it again each time.
      language: language ?? visitor?.language,
    },
    page: page ?? conversation.page,
  };
}
