import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

const cookieName = "handoff.device";
const year = 365 * 24 * 60 * 60;

export type KnownDevices = ReturnType<typeof createKnownDevices>;

/**
 * Marks a browser in which somebody has signed in, for that account alone. It opens nothing: it only tells the owner
 * from strangers who guess their password, so that these cannot lock them out.
 */
export function createKnownDevices({ secret, isSecure }: { secret: string; isSecure: boolean }) {
  const signed = (email: string, id: string) =>
    createHmac("sha256", secret).update(`known device ${id} of ${email}`).digest("base64url");

  return {
    /** The browser's own id; undefined when nobody has signed in there to this account. */
    idOf({ headers }: Pick<IncomingMessage, "headers">, email: string): string | undefined {
      const value = new RegExp(`(?:^|; )${cookieName.replace(".", "\\.")}=([^;]*)`).exec(
        headers.cookie ?? "",
      )?.[1];
      const [id = "", signature = ""] = value?.split(".") ?? [];
      const [given, right] = [Buffer.from(signature), Buffer.from(signed(email, id))];
      return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
    },

    cookieFor(email: string): string {
      const id = randomBytes(16).toString("base64url");
      const value = `${id}.${signed(email, id)}`;
      return `${cookieName}=${value}; Path=/api/auth; Max-Age=${year}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
    },
  };
}
