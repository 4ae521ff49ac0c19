import type { Auth } from "../auth.ts";
import { nameFrom } from "../first-admin.ts";
import type { createInvitations } from "../invitations.ts";
import { addMember } from "../members.ts";
import type { SlackIdentity } from "./identity.ts";

interface Options {
  auth: () => Promise<Auth>;
  invitations: Pick<ReturnType<typeof createInvitations>, "takeFor">;
}

/** Makes a member of whoever is let in by Slack: as an open invitation says, or else an agent for all sites. */
export function createJoining({ auth, invitations }: Options) {
  return async ({ name, email }: Pick<SlackIdentity, "name" | "email">): Promise<void> => {
    const { internalAdapter } = await (await auth()).$context;
    // They may have come in by another page meanwhile.
    if (await internalAdapter.findUserByEmail(email)) return;
    const rights = (await invitations.takeFor(email)) ?? { role: "agent", siteKeys: [] };
    await addMember(await auth(), { name: name ?? nameFrom(email), email, isConfirmed: true }, rights);
  };
}
