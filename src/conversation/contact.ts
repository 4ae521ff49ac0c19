import { assertNotBlocked } from "./block.ts";
import { seenAs } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export type ContactDetail = Whose & {
  /** An address that was checked where it came in. */
  email: string;
  source: Source;
};

/** The visitor says where they can be answered when they have left. */
export async function leaveContact(
  core: Core,
  { email, source, ...whose }: ContactDetail,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  assertNotBlocked(conversation);
  if (conversation.visitor.email === email) return unchanged(conversation);

  return core.record(
    { ...seenAs(conversation, { visitor: { email } }), asksContact: false },
    [{ type: "visitor.contactLeft", email }],
    source,
  );
}
