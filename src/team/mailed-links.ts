import { createHmac, timingSafeEqual } from "node:crypto";

export type MailedLinks = ReturnType<typeof createMailedLinks>;

/**
 * Tells a link that was mailed from the same link handed over by somebody: whoever follows a mailed one has shown that the
 * address is theirs. The sign cannot be made from the link alone.
 */
export function createMailedLinks(secret: string) {
  const signOf = (token: string) =>
    createHmac("sha256", secret).update(`mailed ${token}`).digest("base64url");

  return {
    /** The secret part of a link as it goes into a mail. */
    mailed: (token: string) => `${token}.${signOf(token)}`,

    /** The secret part that was mailed or handed over. A wrong sign is worth no more than none. */
    opened(text: string): { token: string; wasMailed: boolean } {
      const [token = "", sign = ""] = text.split(".");
      const [given, right] = [Buffer.from(sign), Buffer.from(signOf(token))];
      return { token, wasMailed: given.length === right.length && timingSafeEqual(given, right) };
    },
  };
}
