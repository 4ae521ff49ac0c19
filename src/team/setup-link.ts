import { createHmac, timingSafeEqual } from "node:crypto";

/** The same for as long as the secret is: a link printed at an earlier start still opens the setup. */
export const setupToken = (secret: string) =>
  createHmac("sha256", secret).update("the first admin of this server").digest("base64url");

export function isSetupToken(token: string, secret: string): boolean {
  const digest = (text: string) => createHmac("sha256", secret).update(text).digest();
  return timingSafeEqual(digest(token), digest(setupToken(secret)));
}

export const setupLinkAt = (publicUrl: string, secret: string) =>
  `${publicUrl}/inbox/setup?token=${setupToken(secret)}`;
