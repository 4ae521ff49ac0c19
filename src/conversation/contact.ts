import { assertNotBlocked } from "./block.ts";
import { seenAs } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import { isLost, withContact } from "./reachable.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

/** Where the visitor can be answered, as it was checked where it came in. */
export interface Contact {
  email?: string | undefined;
  /** In E.164. Only with `consent`. */
  phone?: string | undefined;
  /** What the visitor agreed to by leaving a number, in the words they read beside the field. */
  consent?: string | undefined;
}

export type ContactDetail = Whose & Contact & { source: Source };

/** The visitor says where they can be answered when they have left. What is known already is not said again. */
export async function leaveContact(
  core: Core,
  { email, phone, consent, source, ...whose }: ContactDetail,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  assertNotBlocked(conversation);
  const { visitor } = conversation;
  const isNewEmail = email !== undefined && (email !== visitor.email || isLost(conversation, "email"));
  const isNewPhone = phone !== undefined && (phone !== visitor.phone || isLost(conversation, "sms"));
  if (!isNewEmail && !isNewPhone) return unchanged(conversation);

  const left: Contact = { ...(isNewEmail && { email }), ...(isNewPhone && { phone, consent }) };
  return core.record(
    withContact({ ...seenAs(conversation, { visitor: { email, phone } }), asksContact: false }, left),
    [{ type: "visitor.contactLeft", ...left }],
    source,
  );
}
