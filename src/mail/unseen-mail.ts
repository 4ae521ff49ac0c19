import type { Conversation } from "../conversation/conversation.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { Mail } from "./mail.ts";
import { createMoments } from "./moments.ts";
import { oneLine } from "./one-line.ts";
import { transcriptLines } from "./transcript-lines.ts";
import { transcriptPage } from "./transcript-page.ts";
import { transcriptText } from "./transcript-text.ts";

export interface UnseenMailOptions {
  to: string;
  conversation: Conversation;
  /** What agents wrote since the visitor left, in order. */
  events: readonly ConversationEvent[];
  /** Nothing after this event was sent before; comes back with a bounce. */
  after: number;
  siteName: string;
  /** Opens the same conversation on any device, for a while. */
  continueUrl: string;
  /** Ends these mails. */
  unsubscribeUrl: string;
  /** Whether an answer to this mail comes into the conversation. */
  canAnswer: boolean;
  /** IANA name of the time zone in which times are shown. */
  timeZone: string;
}

/** Brings a visitor who has left what was answered since. */
export function unseenMail(options: UnseenMailOptions): Mail {
  const { to, conversation, events, after, siteName, continueUrl, unsubscribeUrl, canAnswer, timeZone } =
    options;
  const moments = createMoments(timeZone);
  const visitorName = conversation.visitor.name?.trim() || "You";
  const page = {
    title: `${siteName} answered you`,
    chats: [
      {
        facts: canAnswer ? ["You can simply answer this email, or go on in the chat:"] : [],
        link: { url: continueUrl, label: "Continue the chat" },
        lines: transcriptLines({ events, visitorName, includesNotes: false }),
      },
    ],
    moments,
    foot: {
      words: "You get this because you left your address in the chat.",
      link: { url: unsubscribeUrl, label: "No more mails from this chat" },
    },
  };
  return {
    to,
    // The same each time, so that mail programs keep the thread together.
    subject: oneLine(`Your chat with ${siteName}`),
    html: transcriptPage(page),
    text: transcriptText(page),
    tag: "unseen",
    metadata: { conversation: conversation.id, after: String(after) },
    headers: {
      "List-Unsubscribe": `<${unsubscribeUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
