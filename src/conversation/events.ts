import type { Brief } from "./brief.ts";
import type { FailedCall } from "./call-failed.ts";
import type { Contact } from "./contact.ts";
import type { Agent, Handoff, Offer, RepliesTo } from "./conversation.ts";
import type { Escalation } from "./escalation.ts";
import type { ContactWay, LostContact } from "./lost-contact.ts";
import type { Author, Message } from "./message.ts";
import type { MissedHandoff } from "./missed-handoff.ts";
import type { Rating, RatingRequest } from "./rating.ts";

/** Everything that can happen to a conversation. Channels, assistant and analytics all live off this list. */
export type Happening =
  | { type: "message.posted"; message: Message }
  /** `message` as it is from now on; `posted` is where it first stood. */
  | { type: "message.edited"; message: Message; posted: Posted }
  | { type: "message.deleted"; message: Message; posted: Posted; by: Author }
  /** What visitors were sent is for the team only from now on; `message` is the note it has become. */
  | { type: "message.madeInternal"; message: Message; posted: Posted; by: Agent }
  /** What is masked in a message was looked at, by somebody who may. */
  | { type: "message.revealed"; messageId: string; by: Agent }
  /** `message` with its translation, or with why there is none. With it an agent's reply goes to the visitor. */
  | { type: "message.translated"; message: Message; posted: Posted }
  /**
   * The visitor's browser has everything up to this event; `isSeen`: on a screen somebody looked at. `byEmail`,
   * `bySms`: no browser has it, it was sent after them because they had left.
   */
  | { type: "conversation.reached"; upTo: number; isSeen: boolean; byEmail?: true; bySms?: true }
  /** `sentence` is what the visitor is told; it is part of the handoff, so it is said exactly once. */
  | { type: "conversation.handedOff"; handoff: Handoff; sentence: string; nobodyIsThere?: true }
  /** People were asked for while nobody is handed to them. */
  | { type: "conversation.handoffMissed"; missed: Omit<MissedHandoff, "isOpen"> }
  /** What the assistant tells the team about the handoff before. */
  | { type: "conversation.briefed"; brief: Brief }
  /** The visitor is asked, in these words, whether they want a person. Taking it up is a handoff. */
  | { type: "conversation.offered"; offer: Omit<Offer, "isOpen">; sentence: string }
  /** The visitor would rather keep going with the assistant. */
  | { type: "conversation.offerDeclined" }
  /** The visitor is asked, in these words, how it went. */
  | ({ type: "conversation.ratingAsked" } & Pick<RatingRequest, "of" | "sentence">)
  /** How the visitor found it, and what they are told for it. The last one counts. */
  | { type: "conversation.rated"; rating: Rating; thanks: string }
  /** The visitor would rather not say, or say no more. */
  | { type: "conversation.ratingDeclined" }
  /** People were called, and nobody could be reached in this way. */
  | ({ type: "conversation.callFailed" } & FailedCall)
  /**
   * Nobody had answered, or people could not be called (`instead` of this way), so this was done; `sentence` is what the
   * visitor was told.
   */
  | {
      type: "conversation.escalated";
      escalation: Escalation;
      sentence?: string | undefined;
      instead?: FailedCall["way"] | undefined;
    }
  | { type: "conversation.claimed"; agent: Agent }
  /** `agent` has it from now on, because `by` said so: who did not have it, or somebody else who did. */
  | { type: "conversation.assigned"; agent: Agent; by: Agent }
  | { type: "conversation.handedBack"; by: Agent }
  /** What people decided in the part that ended at `handedBackSeq`, in the assistant's words. */
  | { type: "conversation.summedUp"; handedBackSeq: number; account: string }
  | { type: "conversation.closed"; by: Agent }
  | { type: "conversation.reopened"; by: Author }
  /** Where what agents write in a thread goes from now on. */
  | { type: "conversation.repliesSwitched"; to: RepliesTo; by: Agent }
  /** Whether what both sides write is translated from now on, and into which language for the team. */
  | { type: "conversation.translationSwitched"; isOn: boolean; teamLanguage: string; by: Agent }
  /** The visitor said where they can be answered, and what they agreed to by it: what is new of it. */
  | ({ type: "visitor.contactLeft" } & Contact)
  /** They are not reached there. */
  | { type: "visitor.contactLost"; lost: LostContact }
  /** They want to be answered there again. */
  | { type: "visitor.contactRegained"; way: ContactWay; recipient: string }
  | { type: "visitor.blocked"; by: Agent }
  | { type: "visitor.unblocked"; by: Agent };

/** The event in which a message was first posted. */
export interface Posted {
  seq: number;
  at: number;
}

export type ConversationEvent = Happening & {
  id: string;
  conversationId: string;
  seq: number;
  /** Milliseconds since 1970, UTC. */
  at: number;
  /** Where it came in. The relay never sends an event back there. */
  via: string;
  /** The id it had there. */
  externalId: string;
};

export type EventType = ConversationEvent["type"];

/** Whether this is about a note, which visitors must never learn of. */
export const isNote = (event: Happening) =>
  (event.type === "message.posted" ||
    event.type === "message.edited" ||
    event.type === "message.translated" ||
    event.type === "message.deleted") &&
  event.message.note;

/** What happens beside the conversation: the assistant writes for the team, or somebody reads what is masked. */
const isAside = ({ type }: Happening) =>
  type === "conversation.briefed" || type === "conversation.summedUp" || type === "message.revealed";

/** How calling people goes. */
const isCalling = ({ type }: Happening) => type === "conversation.callFailed";

/** What the visitor is told of it stands beside it. */
const isMissed = ({ type }: Happening) => type === "conversation.handoffMissed";

/** Visitors must never learn of this. */
export const isForTeam = (event: Happening) =>
  isNote(event) || isAside(event) || isCalling(event) || isMissed(event);

/** Whoever closed a conversation has not missed that its visitor is asked how it went. */
const isAskedAtClose = (event: Happening) =>
  event.type === "conversation.ratingAsked" && event.of === "people";

/** Somebody said or did something: no mere receipt, and nothing the assistant writes beside it. */
export const isNews = (event: Happening) =>
  event.type !== "conversation.reached" && !isAside(event) && !isCalling(event) && !isAskedAtClose(event);

/** The visitor chose the assistant over the person who was offered. */
export const isDeclining = ({ type }: Happening) => type === "conversation.offerDeclined";

export const isFromVisitor = (event: Happening) =>
  event.type === "message.posted" && event.message.author.kind === "visitor";

export const isHandedOff = (event: Happening) => event.type === "conversation.handedOff";

/** People were asked for, whether they are called or not. */
export const isAskingForPeople = (event: Happening) => isHandedOff(event) || isMissed(event);
