import { lossInBrief } from "../conversation/contact-in-words.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { Mail } from "./mail.ts";
import { createMoments } from "./moments.ts";
import { oneLine } from "./one-line.ts";
import { transcriptLines } from "./transcript-lines.ts";
import { type MailedChat, transcriptPage } from "./transcript-page.ts";
import { transcriptText } from "./transcript-text.ts";

export interface WaitingMailOptions {
  to: string;
  /** At least one; whoever waits longest comes first. */
  waiting: readonly { conversation: Conversation; events: readonly ConversationEvent[] }[];
  publicUrl: string;
  /** Whether an answer to this mail goes to the visitor. */
  canAnswer: boolean;
  /** IANA name of the time zone in which times are shown. */
  timeZone: string;
}

/** Tells somebody of the team who waits, and why, with everything said so far. */
export function waitingMail({ to, waiting, publicUrl, canAnswer, timeZone }: WaitingMailOptions): Mail {
  const moments = createMoments(timeZone);
  const chats = waiting.map(({ conversation, events }): MailedChat => {
    const visitorName = nameOf(conversation);
    return {
      title: waiting.length > 1 ? visitorName : undefined,
      facts: [
        ...factsOf(conversation, moments.time),
        ...(canAnswer ? ["Answer this email and the visitor reads it in the chat."] : []),
      ],
      link: { url: `${publicUrl}/inbox/c/${conversation.id}`, label: "Open the conversation" },
      lines: transcriptLines({ events, visitorName, includesNotes: false, isForTeam: true }),
    };
  });
  const [first] = waiting;
  const title =
    waiting.length === 1 && first
      ? `${nameOf(first.conversation)} waits for a person`
      : `${waiting.length} visitors wait for a person`;
  const page = { title, chats, moments };
  return {
    ...{
      to,
      subject: oneLine(title),
      html: transcriptPage(page),
      text: transcriptText(page),
      tag: "waiting",
    },
    metadata: first ? { conversation: first.conversation.id } : {},
  };
}

const nameOf = ({ visitor }: Conversation) => visitor.name?.trim() || "A visitor";

function factsOf(conversation: Conversation, time: (at: number) => string): string[] {
  const { handoff, page } = conversation;
  const matched = handoff?.matched ? `: “${handoff.matched}”` : "";
  return [
    ...(handoff ? [`${handoff.reason}${matched}. Waiting since ${time(handoff.at)}.`] : []),
    ...(handoff?.summary ? [handoff.summary] : []),
    `Contact: ${contactOf(conversation)}`,
    ...(page ? [`On ${page.title ? `${page.title}, ` : ""}${page.url}`] : []),
  ];
}

function contactOf({ visitor: { email, phone }, lostContacts }: Conversation): string {
  const known = [email, phone].filter((one) => one !== undefined);
  const losses = lostContacts.map((lost) => ` (${lost.recipient}: ${lossInBrief(lost)})`);
  return known.length === 0 ? "no contact detail" : `${known.join(", ")}${losses.join("")}`;
}
