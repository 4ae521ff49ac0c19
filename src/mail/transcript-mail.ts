import type { Conversation } from "../conversation/conversation.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { Mail } from "./mail.ts";
import { createMoments } from "./moments.ts";
import { oneLine } from "./one-line.ts";
import { transcriptLines } from "./transcript-lines.ts";
import { transcriptPage } from "./transcript-page.ts";
import { transcriptText } from "./transcript-text.ts";

export interface TranscriptOptions {
  conversation: Conversation;
  events: readonly ConversationEvent[];
  to: string;
  includesNotes: boolean;
  /** IANA name of the time zone in which times are shown. */
  timeZone: string;
}

/** A whole conversation as it stands, as a mail. */
export function transcriptMail(options: TranscriptOptions): Mail {
  const { conversation, events, to, includesNotes, timeZone } = options;
  const visitorName = conversation.visitor.name?.trim() || "Visitor";
  const isForVisitor = isAddressOf(conversation, to);
  const lines = transcriptLines({ events, visitorName, includesNotes: includesNotes && !isForVisitor });
  const moments = createMoments(timeZone);
  const title = isForVisitor ? "Your chat transcript" : `Chat with ${visitorName}`;
  const page = { title, chats: [{ lines }], moments };
  return {
    to,
    subject: oneLine(`${title}, ${moments.date(lines[0]?.at ?? conversation.createdAt)}`),
    html: transcriptPage(page),
    text: transcriptText(page),
    tag: "transcript",
    metadata: { conversation: conversation.id },
  };
}

/** Whether this is the visitor's own address, however they write it. */
export const isAddressOf = ({ visitor }: Conversation, address: string) =>
  visitor.email !== undefined && folded(visitor.email) === folded(address);

const folded = (address: string) => address.trim().toLowerCase();
