import type { Log } from "../log.ts";
import type { Auth } from "./auth.ts";
import { addMember, isEmpty } from "./members.ts";
import { Password, Person, type Rights } from "./person.ts";

interface Options {
  firstAdmin?: { email: string; password: string } | undefined;
  log: Log;
}

export const firstRights: Rights = { role: "admin", siteKeys: [] };

/** Makes the admin of the environment while there is nobody. */
export async function withFirstAdmin(auth: Auth, { firstAdmin, log }: Options): Promise<Auth> {
  if (!firstAdmin || !(await isEmpty(auth))) return auth;

  if (!Password.safeParse(firstAdmin.password).success)
    throw new Error("ADMIN_PASSWORD is too short: use at least 10 characters.");
  const name = nameFrom(firstAdmin.email);
  const person = Person.safeParse({ ...firstAdmin, name });
  if (!person.success)
    throw new Error("ADMIN_EMAIL is not an email address: use one such as ana@example.com.");

  await addMember(auth, { ...person.data, isConfirmed: true }, firstRights);
  log.info("first admin created", { email: person.data.email });
  return auth;
}

/** "ana.lopez@example.com" → "Ana Lopez": better than nothing until she says otherwise. */
export const nameFrom = (email: string) =>
  email
    .replace(/@.*$/, "")
    .replaceAll(/[._-]+/g, " ")
    .replaceAll(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());
