import type { RichTextBlockElement } from "@slack/types";
import { assignedInWords } from "../../../conversation/assigned-in-words.ts";
import { callFailedInWords } from "../../../conversation/call-failed.ts";
import { lossInWords, reachableInWords, regainedInWords } from "../../../conversation/contact-in-words.ts";
import type { Agent, Conversation } from "../../../conversation/conversation.ts";
import { offeredFor } from "../../../conversation/decision-in-words.ts";
import { escalatedInWords } from "../../../conversation/escalated-in-words.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Attachment, Author } from "../../../conversation/message.ts";
import { missedInWords } from "../../../conversation/missed-in-words.ts";
import { ratingInWords } from "../../../conversation/rating.ts";
import type { SentSuggestion } from "../../../conversation/suggestions.ts";
import { languageName } from "../../../settings/languages.ts";
import type { SuggestionAddress } from "../suggestions/suggestion-actions.ts";
import type { Position } from "./metadata.ts";
import { saidIn } from "./said.ts";
import { type Speaker, speakerOf, visitorName } from "./speaker.ts";
import { takenBackLine } from "./taken-back.ts";
import { belowReply } from "./translated.ts";

interface Standing {
  position: Position;
  at: number;
}

export interface WordsEntry extends Standing {
  kind: "words";
  speaker: Speaker;
  isNote: boolean;
  text: string;
  elements: RichTextBlockElement[];
  /** A draft of the assistant's: the name of whoever asked for it. */
  draftFor?: string | undefined;
}

/** What can be done with a draft, below its words. */
export interface DraftEntry extends Standing {
  kind: "draft";
  speaker: Speaker;
  isNote: true;
  address: SuggestionAddress;
  sent: SentSuggestion | undefined;
}

/** A file somebody sent; brought into the thread by an upload of its own. */
export interface FileEntry extends Standing {
  kind: "file";
  speaker: Speaker;
  isNote: boolean;
  file: Attachment;
}

/** `isCall`: people are asked for. `mayWait`: other threads' news come first. */
export interface LineEntry extends Standing {
  kind: "line";
  text: string;
  isCall: boolean;
  /** Groups and people who are called by it, by Slack's ids. */
  called?: readonly string[];
  mayWait?: true;
}

/** One thing a thread shows: words somebody said, a file, or a fine line about what happened. */
export type Entry = WordsEntry | DraftEntry | FileEntry | LineEntry;

/** Beside the event, what the thread has to know: the suggestions that were sent, by id, and who is who. */
export interface Around {
  conversation: Conversation;
  sent: ReadonlyMap<string, SentSuggestion>;
  /** Where messages stand that agents wrote in Slack. */
  writtenInSlack: ReadonlySet<number>;
  /** Who in the thread's workspace an agent is. */
  userOf: (agent: Pick<Agent, "id">) => string | undefined;
}

/** What a thread shows of an event: usually one entry, several when a message is too long for a block or has files. */
export function entriesOf(event: ConversationEvent, around: Around): Entry[] {
  const { conversation, sent, writtenInSlack, userOf } = around;
  const line = (text: string, isCall = false): Entry[] => [
    { kind: "line", position: { seq: event.seq, part: 1 }, at: event.at, text, isCall },
  ];
  const quietly = (words: string | undefined): Entry[] =>
    words === undefined ? [] : line(words).map((entry) => ({ ...entry, mayWait: true }));
  switch (event.type) {
    case "message.posted":
      return saidIn(event, speakerOf(event.message.author, conversation), sent.get(event.message.id));
    case "message.deleted":
    case "message.madeInternal": {
      const words = takenBackLine(event, {
        nameOf: (author) => nameOf(author, conversation),
        writtenInSlack,
      });
      return words === undefined ? [] : line(words);
    }
    case "message.translated":
      return quietly(belowReply(event.message, nameOf(event.message.author, conversation)));
    case "message.edited":
    case "conversation.reached":
    // The inbox shows it, where it was done.
    case "message.revealed":
    case "conversation.ratingAsked":
    case "conversation.ratingDeclined":
    // The card shows it.
    case "conversation.briefed":
      return [];
    case "conversation.translationSwitched":
      return line(
        event.isOn
          ? `${event.by.name} switched translation on: the visitor reads and writes their language, the team ${languageName(event.teamLanguage)}.`
          : `${event.by.name} switched translation off: from here on the visitor gets what you write as it is.`,
      );
    case "conversation.repliesSwitched":
      return line(
        event.to === "team"
          ? `${event.by.name} made replies in this thread internal: the visitor gets none from here on.`
          : `${event.by.name} let replies in this thread go to the visitor again.`,
      );
    case "visitor.contactLeft":
      return line(`${reachableInWords(visitorName(conversation), event)} from now on.`);
    case "visitor.contactLost":
      return line(lossInWords(event.lost));
    case "visitor.contactRegained":
      return line(`${regainedInWords(visitorName(conversation), event.recipient)}.`);
    case "visitor.blocked":
      return line(`${event.by.name} blocked the visitor.`);
    case "visitor.unblocked":
      return line(`${event.by.name} unblocked the visitor.`);
    case "conversation.handedOff":
      return line(
        `${event.handoff.reason}. ${visitorName(conversation)} was told: “${event.sentence}”`,
        true,
      );
    case "conversation.handoffMissed":
      return line(`${missedInWords(event.missed)}: nobody was called.`);
    case "conversation.offered":
      return line(
        `The assistant asked ${visitorName(conversation)}: “${event.sentence}” Why: ${offeredFor(event.offer)}.`,
      );
    case "conversation.offerDeclined":
      return line(`${visitorName(conversation)} keeps going with the assistant.`);
    case "conversation.rated":
      return quietly(`${ratingInWords(event.rating, visitorName(conversation))}.`);
    case "conversation.callFailed":
      return line(callFailedInWords(event));
    case "conversation.escalated": {
      const [entry] = line(escalatedInWords(event.escalation, event.instead));
      const called = event.escalation.kind === "mention" ? event.escalation.who : [];
      return entry?.kind === "line" ? [{ ...entry, called }] : [];
    }
    case "conversation.claimed":
      return line(`Claimed by ${event.agent.name}.`);
    case "conversation.assigned": {
      const [entry] = line(assignedInWords(event));
      const assigned = event.agent.id === event.by.id ? undefined : userOf(event.agent);
      return entry?.kind === "line" ? [{ ...entry, called: assigned ? [assigned] : [] }] : [];
    }
    case "conversation.handedBack":
      return line(`${event.by.name} handed the conversation back to the assistant.`);
    case "conversation.summedUp":
      return line(`The assistant was told what was decided: “${event.account}”`);
    case "conversation.closed":
      return line(`Closed by ${event.by.name}.`);
    case "conversation.reopened":
      return line(`Reopened by ${nameOf(event.by, conversation)}.`);
  }
}

const nameOf = (author: Author | Agent, conversation: Conversation) =>
  "kind" in author ? speakerOf(author, conversation).name : author.name;
