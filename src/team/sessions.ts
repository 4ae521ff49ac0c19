import { isIPv6 } from "node:net";
import { HttpError } from "../http/errors.ts";
import type { Auth } from "./auth.ts";
import { deviceInWords } from "./device-in-words.ts";

/** One place where somebody is signed in. Times are ms since 1970. */
export interface SessionView {
  id: string;
  /** "Firefox on Windows". */
  device: string;
  /** The network address it was begun from. */
  address: string | undefined;
  startedAt: number;
  /** Within five minutes. */
  lastSeenAt: number;
  /** The one that asks. */
  isThis: boolean;
}

/** The latest first. `token` is that of the session that asks. */
export async function sessionsOf(auth: Auth, userId: string, token: string): Promise<SessionView[]> {
  const sessions = await open(auth, userId);
  return sessions
    .map((session) => ({
      id: session.id,
      device: deviceInWords(session.userAgent ?? ""),
      address: readable(session.ipAddress ?? ""),
      startedAt: session.createdAt.getTime(),
      lastSeenAt: session.updatedAt.getTime(),
      isThis: session.token === token,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.lastSeenAt - a.lastSeenAt);
}

/** As people write addresses: IPv6 without its rows of zeros. Of one that says nothing, nothing. */
function readable(address: string): string | undefined {
  if (!isIPv6(address)) return address || undefined;
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  return short === "::" ? undefined : short;
}

export async function endSession(auth: Auth, userId: string, id: string): Promise<void> {
  const session = (await open(auth, userId)).find((one) => one.id === id);
  if (!session) throw new HttpError(404, "This session has ended already.");
  await (await auth.$context).internalAdapter.deleteSession(session.token);
}

/** All of somebody's, or all but the one that asks. Returns how many have ended. */
export async function endSessions(auth: Auth, userId: string, exceptToken?: string): Promise<number> {
  const ending = (await open(auth, userId)).filter(({ token }) => token !== exceptToken);
  const { internalAdapter } = await auth.$context;
  for (const { token } of ending) await internalAdapter.deleteSession(token);
  return ending.length;
}

async function open(auth: Auth, userId: string) {
  const sessions = await (await auth.$context).internalAdapter.listSessions(userId);
  return sessions.filter(({ expiresAt }) => expiresAt.getTime() > Date.now());
}
