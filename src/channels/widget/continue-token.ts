import { jwtVerify, SignJWT } from "jose";

const lifetime = "3d";
const audience = "continue";

export interface Continued {
  siteKey: string;
  visitorId: string;
}

/** Links that open a visitor's conversation on another device, for a few days. */
export function createContinueTokens(secret: string) {
  const key = new TextEncoder().encode(secret);

  return {
    issue: ({ siteKey, visitorId }: Continued): Promise<string> =>
      new SignJWT({ site: siteKey })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(visitorId)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(key),

    /** Undefined for a token that is not ours, or too old. */
    async read(token: string): Promise<Continued | undefined> {
      const verified = await jwtVerify(token, key, { algorithms: ["HS256"], audience }).catch(
        () => undefined,
      );
      const { site, sub } = verified?.payload ?? {};
      return typeof site === "string" && sub ? { siteKey: site, visitorId: sub } : undefined;
    },
  };
}

export type ContinueTokens = ReturnType<typeof createContinueTokens>;
