import { HttpError } from "../http/errors.ts";
import type { Auth } from "./auth.ts";
import { type Person, type Rights, SiteKeys } from "./person.ts";
import type { TeamMember } from "./team-member.ts";

/** A row of the team as the sign-in library gives it. */
interface User {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image?: string | null | undefined;
  role?: unknown;
  siteKeys?: unknown;
}

export const memberOf = ({ id, name, email, emailVerified, image, role, siteKeys }: User): TeamMember => ({
  id,
  name,
  email,
  isConfirmed: emailVerified,
  ...(image ? { avatarUrl: image } : {}),
  role: role === "admin" ? "admin" : "agent",
  siteKeys: SiteKeys.parse(JSON.parse(String(siteKeys ?? "[]"))),
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

/** Without a password, they come in by Slack until they choose one. */
export type NewMember = Pick<Person, "name" | "email"> &
  Partial<Pick<Person, "password">> &
  Pick<TeamMember, "isConfirmed">;

export async function addMember(auth: Auth, person: NewMember, rights: Rights): Promise<TeamMember> {
  const { internalAdapter, password } = await auth.$context;
  if (await internalAdapter.findUserByEmail(person.email))
    throw new HttpError(409, `Somebody with the address ${person.email} is in the team already.`);

  const hash = person.password === undefined ? undefined : await password.hash(person.password);
  const { name, email, isConfirmed } = person;
  const user = await internalAdapter.createUser(
    { name, email, emailVerified: isConfirmed, ...stored(rights) },
    { method: "email-password" },
  );
  if (hash !== undefined)
    await internalAdapter.linkAccount({
      ...{ userId: user.id, accountId: user.id, providerId: "credential", password: hash },
    });
  return memberOf(user);
}

/** What somebody may from now on. */
export async function changeRights(auth: Auth, id: string, rights: Rights): Promise<TeamMember> {
  const { internalAdapter } = await auth.$context;
  const members = await allMembers(auth);
  if (rights.role !== "admin") assertAnotherAdmin(members, id);
  await internalAdapter.updateUser(memberAt(members, id).id, stored(rights));
  return { ...memberAt(members, id), ...rights };
}

export async function rename(auth: Auth, id: string, name: string): Promise<TeamMember> {
  const { internalAdapter } = await auth.$context;
  return memberOf(await internalAdapter.updateUser(id, { name }));
}

/** From now on the address is known to be theirs. */
export async function confirm(auth: Auth, id: string): Promise<TeamMember> {
  const { internalAdapter } = await auth.$context;
  const member = memberAt(await allMembers(auth), id);
  if (!member.isConfirmed) await internalAdapter.updateUser(id, { emailVerified: true });
  return { ...member, isConfirmed: true };
}

/** Takes somebody out of the team; their sessions end with it. What they wrote stays. */
export async function removeMember(auth: Auth, id: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const members = await allMembers(auth);
  assertAnotherAdmin(members, id);
  await internalAdapter.deleteUser(memberAt(members, id).id);
}

const stored = ({ role, siteKeys }: Rights) => ({ role, siteKeys: JSON.stringify(siteKeys) });

function memberAt(members: TeamMember[], id: string): TeamMember {
  const member = members.find((member) => member.id === id);
  if (!member) throw new HttpError(404, "There is no such person in the team.");
  return member;
}

function assertAnotherAdmin(members: TeamMember[], id: string): void {
  if (memberAt(members, id).role === "admin" && members.filter(({ role }) => role === "admin").length === 1)
    throw new HttpError(409, "A team needs an admin: name another one first.");
}
