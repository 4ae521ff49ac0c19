import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { HttpError } from "../http/errors.ts";
import type { Log } from "../log.ts";
import { type Auth, type AuthOptions, openAuth } from "./auth.ts";
import { createChanges, type OtherNodes } from "./changes.ts";
import { invitationAt, invite, join } from "./invitations.ts";
import { addMember, allMembers, changeRights, isEmpty, memberOf, removeMember } from "./members.ts";
import { type Invitation, Password, Person, type Rights } from "./person.ts";
import { isSetupToken, setupLinkAt } from "./setup-link.ts";
import { createSignInHandler, headersOf } from "./sign-in-handler.ts";
import type { TeamMember } from "./team-member.ts";

export interface TeamOptions extends AuthOptions {
  /** Becomes the first admin while there is nobody. */
  firstAdmin?: { email: string; password: string } | undefined;
  /** Whether nobody is in the team yet: known without loading the sign-in library. */
  hasNobody: () => Promise<boolean>;
  log: Log;
  /** A proxy in front tells the caller's address in `X-Forwarded-For`. */
  trustProxy: boolean;
  /** Whom to tell that the team changed, and from whom to hear of it. */
  otherNodes?: OtherNodes | undefined;
}

export interface Team {
  /** `/api/auth/*`. */
  handler: RequestHandler;
  /** Who sent this request, by their session; undefined for anybody else. */
  signedIn(request: IncomingMessage): Promise<TeamMember | undefined>;
  /** Makes the first admin of the options if there is nobody; otherwise the link with which one can be made. */
  setupLink(): Promise<string | undefined>;
  /** The first admin, by the setup link's token. Refused as soon as there is one. */
  setUp(token: string, person: Person): Promise<TeamMember>;
  members(): Promise<TeamMember[]>;
  /** A link that lets one person in, once, within seven days. */
  invite(invitation: Invitation): Promise<string>;
  invitationAt(token: string): Promise<Invitation>;
  join(acceptance: { token: string; name: string; password: string }): Promise<TeamMember>;
  /** Role and sites, from the next request on; open pages follow at once. */
  change(id: string, rights: Rights): Promise<TeamMember>;
  remove(id: string): Promise<void>;
  /** Calls back when somebody may have more or less than before, or nothing any more. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export function createTeam(options: TeamOptions): Team {
  const { secret, publicUrl, trustProxy } = options;
  const auth = once(async () => withFirstAdmin(await openAuth(options), options));
  const oneAtATime = createQueue();
  const changes = createChanges(options.otherNodes);

  return {
    handler: createSignInHandler({ auth, publicUrl, trustProxy }),

    async signedIn(request) {
      if (!request.headers.cookie?.includes("handoff.session_token=")) return undefined;
      const session = await (await auth()).api.getSession({ headers: headersOf(request) });
      return session ? memberOf(session.user) : undefined;
    },

    async setupLink() {
      if (options.firstAdmin) await auth();
      return (await options.hasNobody()) ? setupLinkAt(publicUrl, secret) : undefined;
    },

    setUp: (token, person) =>
      oneAtATime(async () => {
        if (!isSetupToken(token, secret))
          throw new HttpError(403, "This is not this server's setup link. Its log shows the right one.");
        if (!(await isEmpty(await auth())))
          throw new HttpError(410, "This server is set up already. Sign in, or ask an admin to invite you.");
        return addMember(await auth(), person, firstRights);
      }),

    members: async () => allMembers(await auth()),
    invite: async (invitation) => `${publicUrl}/inbox/join?token=${await invite(await auth(), invitation)}`,
    invitationAt: async (token) => invitationAt(await auth(), token),
    join: async (acceptance) => join(await auth(), acceptance),
    change: (id, rights) => telling(async () => changeRights(await auth(), id, rights)),
    remove: (id) => telling(async () => removeMember(await auth(), id)),
    subscribe: changes.listen,
  };

  async function telling<T>(work: () => Promise<T>): Promise<T> {
    const result = await oneAtATime(work);
    changes.tell();
    return result;
  }
}

const firstRights: Rights = { role: "admin", siteKeys: [] };

async function withFirstAdmin(auth: Auth, { firstAdmin, log }: TeamOptions): Promise<Auth> {
  if (!firstAdmin || !(await isEmpty(auth))) return auth;

  if (!Password.safeParse(firstAdmin.password).success)
    throw new Error("ADMIN_PASSWORD is too short: use at least 10 characters.");
  const name = nameFrom(firstAdmin.email);
  const person = Person.safeParse({ ...firstAdmin, name });
  if (!person.success)
    throw new Error("ADMIN_EMAIL is not an email address: use one such as ana@example.com.");

  await addMember(auth, person.data, firstRights);
  log.info("first admin created", { email: person.data.email });
  return auth;
}

/** "ana.lopez@example.com" → "Ana Lopez": better than nothing until she says otherwise. */
const nameFrom = (email: string) =>
  email
    .replace(/@.*$/, "")
    .replaceAll(/[._-]+/g, " ")
    .replaceAll(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());

/** Runs the work when first asked for, and again after it failed. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}

function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}
