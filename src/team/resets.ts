import { randomBytes } from "node:crypto";
import { HttpError } from "../http/errors.ts";
import type { Auth } from "./auth.ts";
import { endSessions } from "./sessions.ts";

const validForMs = 60 * 60 * 1000;
/** How the sign-in library files its own. It keeps only the hash. */
const identifierOf = (token: string) => `reset-password:${token}`;

/** Returns the secret part of a link with which a member chooses a new password, once, within an hour. */
export async function createReset(auth: Auth, userId: string): Promise<string> {
  const { internalAdapter } = await auth.$context;
  if (!(await internalAdapter.findUserById(userId)))
    throw new HttpError(404, "There is no such person in the team.");
  const token = randomBytes(32).toString("base64url");
  await internalAdapter.createVerificationValue({
    identifier: identifierOf(token),
    value: userId,
    expiresAt: new Date(Date.now() + validForMs),
  });
  return token;
}

/** Sets the password by a link's token. Every session ends, and every other link for this member, whose id is returned. */
export async function resetPassword(auth: Auth, token: string, newPassword: string): Promise<string> {
  const { internalAdapter, adapter } = await auth.$context;
  const stored = await internalAdapter.findVerificationValue(identifierOf(token));
  if (!stored || stored.expiresAt.getTime() < Date.now()) throw gone();
  await auth.api.resetPassword({ body: { token, newPassword } }).catch(() => {
    throw gone();
  });
  await adapter.deleteMany({ model: "verification", where: [{ field: "value", value: stored.value }] });
  await endSessions(auth, stored.value);
  return stored.value;
}

const gone = () =>
  new HttpError(
    410,
    "This link has been used or is older than an hour. Ask for a new one, and use the latest.",
  );
