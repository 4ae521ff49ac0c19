import { jwtVerify, SignJWT } from "jose";

const lifetime = "180d";
const audience = "widget";

export interface VisitorTokens {
  /** A token that names this visitor on this site, and nothing else. */
  issue(siteKey: string, visitorId: string, since?: Pick<Named, "erasedAt">): Promise<string>;
  /** Undefined for a token that is not ours, not for this site, or too old. */
  read(siteKey: string, token: string): Promise<Named | undefined>;
}

/** Whom a token names. */
export interface Named {
  visitorId: string;
  /** They had a conversation under another name before, which was erased then (ms since 1970). */
  erasedAt?: number | undefined;
}

/** Visitors cannot name themselves: their id is made here and signed with the server's secret. */
export function createVisitorTokens(secret: string): VisitorTokens {
  const key = new TextEncoder().encode(secret);

  return {
    issue: (siteKey, visitorId, { erasedAt } = {}) =>
      new SignJWT({ site: siteKey, ...(erasedAt !== undefined && { erasedAt }) })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(visitorId)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(key),

    async read(siteKey, token) {
      const verified = await jwtVerify(token, key, { algorithms: ["HS256"], audience }).catch(
        () => undefined,
      );
      const { site, sub: visitorId, erasedAt } = verified?.payload ?? {};
      if (site !== siteKey || visitorId === undefined) return undefined;
      return { visitorId, ...(typeof erasedAt === "number" && { erasedAt }) };
    },
  };
}
