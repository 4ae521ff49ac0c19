import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { createSignedCookie } from "./signed-cookie.ts";

const year = 365 * 24 * 60 * 60;
const deviceOf = (email: string) => (id: string) => `known device ${id} of ${email}`;

export type KnownDevices = ReturnType<typeof createKnownDevices>;

/**
 * Marks a browser in which somebody has signed in, for that account alone. It opens nothing: it only tells the owner
 * from strangers who guess their password, so that these cannot lock them out.
 */
export function createKnownDevices(options: { secret: string; isSecure: boolean }) {
  const cookie = createSignedCookie({
    ...{ name: "handoff.device", path: "/api/auth", lastsSeconds: year },
    ...options,
  });

  return {
    /** The browser's own id; undefined when nobody has signed in there to this account. */
    idOf: (request: Pick<IncomingMessage, "headers">, email: string): string | undefined =>
      cookie.valueIn(request, deviceOf(email)),

    cookieFor: (email: string): string =>
      cookie.holding(randomBytes(16).toString("base64url"), deviceOf(email)),
  };
}
