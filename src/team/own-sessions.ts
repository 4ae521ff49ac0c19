import type { IncomingMessage } from "node:http";
import { HttpError } from "../http/errors.ts";
import type { Auth } from "./auth.ts";
import type { LastMember } from "./last-member.ts";
import { memberOf } from "./members.ts";
import { endSession, endSessions, type SessionView, sessionsOf } from "./sessions.ts";
import { headersOf } from "./sign-in-handler.ts";
import type { TeamMember } from "./team-member.ts";

interface Options {
  auth: () => Promise<Auth>;
  last: LastMember;
  /** Does what open pages are to hear of. */
  telling: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Their session was ended, from wherever; or they are not in the team any more. */
export type WhyOut = "ended" | "left";

/** Who sends a request, and where else they are signed in. */
export function createOwnSessions({ auth, last, telling }: Options) {
  return {
    /** Who sent this request, by their session; undefined for anybody else. */
    async signedIn(request: IncomingMessage): Promise<TeamMember | undefined> {
      return (await session(request))?.member;
    },

    /** A cookie for a member's own browser, by which `whyOut` knows them. */
    rememberedAs: last.cookieFor,

    /** Why nobody is signed in any more in this browser. Undefined: nobody was, or they signed out themselves. */
    async whyOut(request: IncomingMessage): Promise<WhyOut | undefined> {
      const id = last.in(request);
      if (id === undefined || (await session(request))) return undefined;
      const { internalAdapter } = await (await auth()).$context;
      return (await internalAdapter.findUserById(id)) ? "ended" : "left";
    },

    /** Where whoever sent this request is signed in. */
    async sessions(request: IncomingMessage): Promise<SessionView[]> {
      const { member, token } = await mine(request);
      return sessionsOf(await auth(), member.id, token);
    },

    async endSession(request: IncomingMessage, id: string): Promise<void> {
      const { member } = await mine(request);
      await telling(async () => endSession(await auth(), member.id, id));
    },

    async endOtherSessions(request: IncomingMessage): Promise<number> {
      const { member, token } = await mine(request);
      return telling(async () => endSessions(await auth(), member.id, token));
    },
  };

  async function session(request: IncomingMessage) {
    if (!request.headers.cookie?.includes("handoff.session_token=")) return undefined;
    const found = await (await auth()).api.getSession({ headers: headersOf(request) });
    return found ? { member: memberOf(found.user), token: found.session.token } : undefined;
  }

  async function mine(request: IncomingMessage) {
    const found = await session(request);
    if (!found) throw new HttpError(401, "Please sign in.");
    return found;
  }
}
