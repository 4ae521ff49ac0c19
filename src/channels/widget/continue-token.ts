import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

const lifetimeMs = 3 * 24 * 60 * 60_000;
/** Of the signature: 128 bits. */
const signatureBytes = 16;

export interface Continued {
  siteKey: string;
  visitorId: string;
}

export interface FollowedLink extends Continued {
  /** It was made after then (ms since 1970), by a second or two. */
  issuedAfter: number;
  /** It leads nowhere any more. */
  isTooOld: boolean;
}

/** An expiry counts whole seconds. */
const roundedByMs = 1_000;

/**
 * Links that open a visitor's conversation on another device, for a few days. A third as long as a JWT would be: an SMS
 * is paid for by its length.
 */
export function createContinueTokens(secret: string, now: () => number) {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "links that continue a conversation", 32));
  const sign = (claim: string) =>
    createHmac("sha256", key).update(claim).digest().subarray(0, signatureBytes);

  return {
    /** `EXPIRY.SITE.VISITOR.SIGNATURE`; a site's key has no dot in it. */
    issue({ siteKey, visitorId }: Continued): string {
      const expires = Math.ceil((now() + lifetimeMs) / 1_000).toString(36);
      const claim = `${expires}.${siteKey}.${visitorId}`;
      return `${claim}.${sign(claim).toString("base64url")}`;
    },

    /** Undefined for a token that is not ours. */
    read(token: string): FollowedLink | undefined {
      const end = token.lastIndexOf(".");
      const claim = token.slice(0, end);
      const [given, wanted] = [Buffer.from(token.slice(end + 1), "base64url"), sign(claim)];
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      const [expires = "", siteKey = "", ...visitorId] = claim.split(".");
      const expiresAt = Number.parseInt(expires, 36) * 1_000;
      const issuedAfter = expiresAt - lifetimeMs - roundedByMs;
      return { siteKey, visitorId: visitorId.join("."), issuedAfter, isTooOld: expiresAt <= now() };
    },
  };
}

export type ContinueTokens = ReturnType<typeof createContinueTokens>;
