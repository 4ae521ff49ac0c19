import { randomBytes } from "node:crypto";
import { HttpError } from "../http/errors.ts";
import type { Auth } from "./auth.ts";
import { addMember } from "./members.ts";
import { Invitation } from "./person.ts";
import type { TeamMember } from "./team-member.ts";

const validForMs = 7 * 24 * 60 * 60 * 1000;

const identifierOf = (token: string) => `invitation:${token}`;

/** Returns the secret part of a link that lets one person in, once, within seven days. */
export async function invite(auth: Auth, invitation: Invitation): Promise<string> {
  const { internalAdapter } = await auth.$context;
  if (await internalAdapter.findUserByEmail(invitation.email))
    throw new HttpError(409, `Somebody with the address ${invitation.email} is in the team already.`);

  const token = randomBytes(32).toString("base64url");
  await internalAdapter.createVerificationValue({
    identifier: identifierOf(token),
    value: JSON.stringify(invitation),
    expiresAt: new Date(Date.now() + validForMs),
  });
  return token;
}

export async function invitationAt(auth: Auth, token: string): Promise<Invitation> {
  const { internalAdapter } = await auth.$context;
  const stored = await internalAdapter.findVerificationValue(identifierOf(token));
  if (!stored || stored.expiresAt.getTime() < Date.now()) throw gone();
  return Invitation.parse(JSON.parse(stored.value));
}

export async function join(
  auth: Auth,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<TeamMember> {
  const { internalAdapter } = await auth.$context;
  const stored = await internalAdapter.consumeVerificationValue(identifierOf(token));
  if (!stored) throw gone();

  const { email, ...rights } = Invitation.parse(JSON.parse(stored.value));
  return addMember(auth, { name, email, password }, rights);
}

const gone = () =>
  new HttpError(410, "This invitation has been used or is too old. Ask an admin for a new one.");
