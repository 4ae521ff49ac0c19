import { createHash, randomBytes, randomUUID } from "node:crypto";
import { HttpError } from "../http/errors.ts";
import type { Auth } from "./auth.ts";
import type { InvitationStore, OpenInvitation, StoredInvitation } from "./invitation-store.ts";
import { addMember } from "./members.ts";
import type { Invitation, Rights } from "./person.ts";
import type { TeamMember } from "./team-member.ts";

const validForMs = 7 * 24 * 60 * 60 * 1000;

export interface Joining {
  token: string;
  name: string;
  password: string;
  /** The link came by a mail to the address it was made for. */
  wasMailed: boolean;
}

/** The ways into the team by links that let one person in, once, within seven days. */
export function createInvitations({ auth, store }: { auth: () => Promise<Auth>; store: InvitationStore }) {
  return {
    /** Returns the secret part of the link. An earlier one to the same address is worth nothing any more. */
    async invite(invitation: Invitation, invitedBy: string): Promise<string> {
      const { internalAdapter } = await (await auth()).$context;
      if (await internalAdapter.findUserByEmail(invitation.email))
        throw new HttpError(409, `Somebody with the address ${invitation.email} is in the team already.`);
      return issue({ ...invitation, invitedBy });
    },

    /** The same invitation with a new link. */
    async renew(id: string): Promise<{ token: string; invitation: OpenInvitation }> {
      const invitation = (await store.all()).find((one) => one.id === id);
      if (!invitation) throw withdrawn();
      return { token: await issue(invitation), invitation };
    },

    async withdraw(id: string): Promise<void> {
      if (!(await store.remove(id))) throw withdrawn();
    },

    /** Those that nobody has followed yet; too old ones too, so that somebody can send them anew. */
    open: async (): Promise<OpenInvitation[]> =>
      (await store.all()).map(({ tokenHash: _secret, ...invitation }) => invitation),

    async at(token: string): Promise<Invitation> {
      const { name, email, role, siteKeys } = await valid(token);
      return { name, email, role, siteKeys };
    },

    /** What an open invitation to this address says somebody may; it is used up by it. One that is too old makes no admin. */
    async takeFor(email: string): Promise<Rights | undefined> {
      const invitation = (await store.all()).find((one) => one.email === email);
      if (!invitation || !(await store.remove(invitation.id))) return undefined;
      const { role, siteKeys, expiresAt } = invitation;
      return { role: expiresAt < Date.now() ? "agent" : role, siteKeys };
    },

    async join({ token, name, password, wasMailed }: Joining): Promise<TeamMember> {
      const { id, email, role, siteKeys } = await valid(token);
      if (!(await store.remove(id))) throw gone();
      const person = { name, email, password, isConfirmed: wasMailed };
      return addMember(await auth(), person, { role, siteKeys });
    },
  };

  async function issue({
    name,
    email,
    role,
    siteKeys,
    invitedBy,
  }: Rights & Pick<OpenInvitation, "name" | "email" | "invitedBy">) {
    const token = randomBytes(32).toString("base64url");
    const createdAt = Date.now();
    await store.save({
      ...{ id: randomUUID(), tokenHash: hashOf(token), name, email, role, siteKeys, invitedBy },
      ...{ createdAt, expiresAt: createdAt + validForMs },
    });
    return token;
  }

  async function valid(token: string): Promise<StoredInvitation> {
    const hash = hashOf(token);
    const invitation = (await store.all()).find(({ tokenHash }) => tokenHash === hash);
    if (!invitation || invitation.expiresAt < Date.now()) throw gone();
    return invitation;
  }
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

const gone = () =>
  new HttpError(410, "This invitation has been used or is too old. Ask an admin for a new one.");

const withdrawn = () =>
  new HttpError(404, "This invitation is not open any more. Reload the page to see which are.");
