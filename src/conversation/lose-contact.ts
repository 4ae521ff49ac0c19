import { isOpen } from "./conversation.ts";
import type { Core } from "./core.ts";
import { isForGood, isNewsToVisitor, type LostContact } from "./lost-contact.ts";
import { hasContact, withoutContact } from "./reachable.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export type ContactLoss = LostContact & {
  conversationId: string;
  /** What was sent there after this event did not arrive. */
  after?: number | undefined;
  source: Source;
};

/** What agents wrote does not reach the visitor where they wanted to be answered. The team learns of it once. */
export async function loseContact(
  core: Core,
  { conversationId, after, source, ...lost }: ContactLoss,
): Promise<Recorded> {
  const conversation = await core.load({ conversationId });
  const { visitor, lostContacts } = conversation;
  const known = lostContacts.find(({ way }) => way === lost.way);
  // They may have left another one since.
  if ((lost.way === "email" ? visitor.email : visitor.phone) !== lost.recipient)
    return unchanged(conversation);
  if (known && isForGood(known)) return unchanged(conversation);

  const without = withoutContact(conversation, lost, after);
  const asks = isNewsToVisitor(lost) && isOpen(conversation) && !hasContact(without);
  return core.record(
    { ...without, asksContact: conversation.asksContact || asks },
    [{ type: "visitor.contactLost", lost }],
    source,
  );
}

export type ContactRegained = Pick<LostContact, "way" | "recipient"> & {
  conversationId: string;
  source: Source;
};

/** The visitor wants to be answered there again. */
export async function regainContact(
  core: Core,
  { conversationId, way, recipient, source }: ContactRegained,
): Promise<Recorded> {
  const conversation = await core.load({ conversationId });
  const rest = conversation.lostContacts.filter((lost) => lost.way !== way || lost.recipient !== recipient);
  if (rest.length === conversation.lostContacts.length) return unchanged(conversation);
  return core.record(
    { ...conversation, lostContacts: rest },
    [{ type: "visitor.contactRegained", way, recipient }],
    source,
  );
}
