import { asItStands } from "../../conversation/as-it-stands.ts";
import { lossForVisitor, reachedAt } from "../../conversation/contact-in-words.ts";
import { type Conversation, isOffered } from "../../conversation/conversation.ts";
import { type ConversationEvent, isForTeam, type Posted } from "../../conversation/events.ts";
import type { Attachment, Author, Message } from "../../conversation/message.ts";
import { forVisitor } from "../../conversation/translation.ts";
import { asksOf } from "./asks.ts";
import type { Entry, EntryAuthor, FileView, WidgetState } from "./protocol.ts";

/** Gives a file an address under which it can be opened while this conversation shows it to its visitor. */
export type View = (attachment: Attachment, conversationId: string) => FileView;

/** What the visitor sees of what happened. Notes and the agents' ids stay inside. */
export function entriesOf(events: ConversationEvent[], view: View): Entry[] {
  const blockedAt = new Set(events.filter(({ type }) => type === "visitor.blocked").map(({ seq }) => seq));
  return (
    asItStands(events)
      .filter((event) => !isForTeam(event))
      // Who is blocked is not invited to write again whenever they like.
      .filter(({ type, seq }) => type !== "conversation.closed" || !blockedAt.has(seq - 1))
      .flatMap((event) => entryOf(event, view) ?? [])
  );
}

/** Stands where what was erased stood, until they write anew. */
export const erasedLine = (at: number): Entry => ({
  ...{ type: "line", seq: 0, at },
  text: "Your earlier chat here was deleted, with everything that was said in it. What you write now begins a new one.",
});

/** `smsConsent`: what leaving a number means, where visitors are answered by SMS. */
export function stateOf(conversation: Conversation, smsConsent?: string): WidgetState {
  const { status, agent, asksContact } = conversation;
  const asks = asksOf(conversation);
  return {
    status,
    agent: agent && { name: agent.name, avatarUrl: agent.avatarUrl },
    ...(isOffered(conversation) && { offersPerson: true as const }),
    ...(asksContact && { asksContact: true as const, ...(smsConsent && { smsConsent }) }),
    ...(asks.length > 0 && { asks }),
  };
}

function entryOf(event: ConversationEvent, view: View): Entry | undefined {
  const { seq, at } = event;
  const line = (text: string): Entry => ({ type: "line", seq, at, text });
  const seen = (attachment: Attachment) => view(attachment, event.conversationId);

  switch (event.type) {
    case "message.posted":
      return said(event.message, { seq, at }, seen);
    case "message.edited":
      return said(event.message, event.posted, seen);
    case "message.translated":
      return isUnmoved(event.message) ? undefined : said(event.message, event.posted, seen);
    case "message.deleted":
    case "message.madeInternal":
      return { type: "gone", seq, id: event.message.id };
    case "conversation.reached":
    case "conversation.briefed":
    case "conversation.callFailed":
    case "conversation.handoffMissed":
    case "conversation.summedUp":
    case "message.revealed":
    case "conversation.repliesSwitched":
    case "conversation.offerDeclined":
    // The state asks it, and it goes when it is answered.
    case "conversation.ratingAsked":
    case "conversation.ratingDeclined":
    case "conversation.translationSwitched":
    case "visitor.unblocked":
      return undefined;
    case "visitor.contactLeft":
      return line(`We answer you ${reachedAt(event)} if you leave.`);
    case "visitor.contactLost": {
      const words = lossForVisitor(event.lost);
      return words === undefined ? undefined : line(words);
    }
    case "visitor.contactRegained":
      return line(`We answer you at ${event.recipient} again if you leave.`);
    case "visitor.blocked":
      return line("The team has ended this chat.");
    case "conversation.handedOff":
      return line(event.sentence);
    case "conversation.offered": {
      const author = { kind: "assistant" } as const;
      return { type: "message", seq, at, id: event.id, author, text: event.sentence };
    }
    case "conversation.rated":
      return line(event.thanks);
    case "conversation.escalated":
      return event.sentence === undefined ? undefined : line(event.sentence);
    case "conversation.claimed":
      return line(`${event.agent.name} joined the conversation.`);
    case "conversation.assigned":
      return line(`${event.agent.name} answers you from here on.`);
    case "conversation.handedBack":
      return line("You are with the assistant again.");
    case "conversation.closed":
      return line("This conversation was closed. Write again whenever you like.");
    case "conversation.reopened":
      return event.by.kind === "agent" ? line(`${event.by.name} reopened the conversation.`) : undefined;
  }
}

/** The team reads it in another language now; what the visitor has is the same. */
const isUnmoved = ({ author, isEdited }: Message) => author.kind !== "agent" && !isEdited;

/** Nothing yet of a reply that waits for its translation; and of new words for one, what the visitor has already. */
function said(
  message: Message,
  { seq: postedSeq, at }: Posted,
  seen: (attachment: Attachment) => FileView,
): Entry | undefined {
  const sent = forVisitor(message, postedSeq);
  if (!sent) return undefined;
  const { id, author, files, translation } = message;
  const { seq, text, original, language } = sent;
  const isEdited = author.kind === "agent" && translation?.state === "awaited" ? undefined : message.isEdited;
  const words = { text, original, language };
  return { type: "message", seq, at, id, author: shown(author), ...words, files: files?.map(seen), isEdited };
}

function shown(author: Author): EntryAuthor {
  if (author.kind !== "agent") return { kind: author.kind };
  return { kind: "agent", name: author.name, avatarUrl: author.avatarUrl };
}
