import { HttpError } from "../http/errors.ts";
import type { Auth } from "./auth.ts";
import type { Person } from "./person.ts";
import type { Role, TeamMember } from "./team-member.ts";

/** A row of the team as the sign-in library gives it. */
interface User {
  id: string;
  name: string;
  email: string;
  image?: string | null | undefined;
  role?: unknown;
}

export const memberOf = ({ id, name, email, image, role }: User): TeamMember => ({
  id,
  name,
  email,
  ...(image ? { avatarUrl: image } : {}),
  role: role === "admin" ? "admin" : "agent",
});

export async function allMembers(auth: Auth): Promise<TeamMember[]> {
  const { internalAdapter } = await auth.$context;
  const users = await internalAdapter.listUsers(1_000, 0, { field: "name", direction: "asc" });
  return users.map(memberOf);
}

export async function isEmpty(auth: Auth): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  return (await internalAdapter.countTotalUsers()) === 0;
}

export async function addMember(auth: Auth, person: Person, role: Role): Promise<TeamMember> {
  const { internalAdapter, password } = await auth.$context;
  if (await internalAdapter.findUserByEmail(person.email))
    throw new HttpError(409, `Somebody with the address ${person.email} is in the team already.`);

  const hash = await password.hash(person.password);
  const { name, email } = person;
  const user = await internalAdapter.createUser(
    { name, email, emailVerified: true, role },
    { method: "email-password" },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: "credential",
    accountId: user.id,
    password: hash,
  });
  return memberOf(user);
}

/** Takes somebody out of the team; their sessions end with it. What they wrote stays. */
export async function removeMember(auth: Auth, id: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const members = await allMembers(auth);
  const leaving = members.find((member) => member.id === id);
  if (!leaving) throw new HttpError(404, "There is no such person in the team.");
  if (leaving.role === "admin" && members.filter(({ role }) => role === "admin").length === 1)
    throw new HttpError(409, "A team needs an admin: name another one first.");

  await internalAdapter.deleteUser(id);
}
