import { jwtVerify, SignJWT } from "jose";

const lifetime = "180d";
const audience = "widget";

export interface VisitorTokens {
  /** A token that names this visitor on this site, and nothing else. */
  issue(siteKey: string, visitorId: string): Promise<string>;
  /** The visitor's id; undefined for a token that is not ours, not for this site, or too old. */
  read(siteKey: string, token: string): Promise<string | undefined>;
}

/** Visitors cannot name themselves: their id is made here and signed with the server's secret. */
export function createVisitorTokens(secret: string): VisitorTokens {
  const key = new TextEncoder().encode(secret);

  return {
    issue: (siteKey, visitorId) =>
      new SignJWT({ site: siteKey })
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
      return verified?.payload.site === siteKey ? verified.payload.sub : undefined;
    },
  };
}
