import { createHmac, randomBytes } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";

const cookieName = "handoff.slack";
const minutes = 10;

/** What ties an answer of Slack's to the browser that asked, and to this one asking. */
const Journey = z.object({
  /** Comes back in the address. */
  state: z.string(),
  /** Comes back in the signed identity. */
  nonce: z.string(),
  /** The page of the inbox to go to. */
  to: z.string(),
});
export type Journey = z.infer<typeof Journey>;

/** Only pages of the inbox: nobody is sent elsewhere by a link that begins here. */
const page = /^\/inbox(?:[/?][\w\-./?=&%+~:,@]*)?$/;

/** The way to Slack and back, kept in the browser for ten minutes. */
export function createJourneys({ secret, isSecure }: { secret: string; isSecure: boolean }) {
  const key = createHmac("sha256", secret).update("sign in with slack").digest();
  const attributes = `Path=/api/auth/slack; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;

  return {
    begin: (to: unknown): Journey => ({
      state: randomBytes(32).toString("base64url"),
      nonce: randomBytes(32).toString("base64url"),
      to: typeof to === "string" && page.test(to) ? to : "/inbox",
    }),

    async cookieFor(journey: Journey): Promise<string> {
      const value = await new SignJWT({ ...journey })
        .setProtectedHeader({ alg: "HS256" })
        .setExpirationTime(`${minutes} minutes`)
        .sign(key);
      return `${cookieName}=${value}; Max-Age=${minutes * 60}; ${attributes}`;
    },

    /** An answer is taken once. */
    endCookie: `${cookieName}=; Max-Age=0; ${attributes}`,

    /** Undefined when none was begun in this browser, or too long ago. */
    async of(cookies = ""): Promise<Journey | undefined> {
      const value = /(?:^|; )handoff\.slack=([^;]*)/.exec(cookies)?.[1];
      if (!value) return undefined;
      return jwtVerify(value, key, { algorithms: ["HS256"], requiredClaims: ["exp"] }).then(
        ({ payload }) => Journey.parse(payload),
        () => undefined,
      );
    },
  };
}
