/** Where a visitor who has left the website is reached, and what that does to a conversation. Pure. */
import type { Contact } from "./contact.ts";
import type { Conversation } from "./conversation.ts";
import { type ContactWay, isForGood, type LostContact } from "./lost-contact.ts";

/** What was sent after the visitor, by email or SMS: that it did not arrive before is over. */
export function followedTo(conversation: Conversation, way: ContactWay, upTo: number): Conversation {
  const { mailedSeq, textedSeq } = conversation;
  return {
    ...conversation,
    lostContacts: conversation.lostContacts.filter((lost) => lost.way !== way || isForGood(lost)),
    ...(way === "email"
      ? { mailedSeq: Math.max(mailedSeq, upTo) }
      : { textedSeq: Math.max(textedSeq, upTo) }),
  };
}

/** Nothing sent there arrives, as far as anybody knows. */
export const isLost = ({ lostContacts }: Conversation, asked: ContactWay) =>
  lostContacts.some((lost) => lost.way === asked && isForGood(lost));

/** Where a visitor who has left is reached, as far as anybody knows. */
export function reachable(conversation: Conversation): Contact {
  const { email, phone } = conversation.visitor;
  return {
    email: isLost(conversation, "email") ? undefined : email,
    phone: isLost(conversation, "sms") ? undefined : phone,
  };
}

export function hasContact(conversation: Conversation): boolean {
  const { email, phone } = reachable(conversation);
  return email !== undefined || phone !== undefined;
}

export function withContact(conversation: Conversation, { email, phone }: Contact): Conversation {
  const isStill = ({ way }: LostContact) => (way === "email" ? email : phone) === undefined;
  return { ...conversation, lostContacts: conversation.lostContacts.filter(isStill) };
}

/** What was sent there after event `after` did not arrive. */
export function withoutContact(
  conversation: Conversation,
  lost: LostContact,
  after = Infinity,
): Conversation {
  const others = conversation.lostContacts.filter(({ way }) => way !== lost.way);
  const { mailedSeq, textedSeq } = conversation;
  return {
    ...conversation,
    lostContacts: [...others, lost],
    ...(lost.way === "email"
      ? { mailedSeq: Math.min(mailedSeq, after) }
      : { textedSeq: Math.min(textedSeq, after) }),
  };
}
