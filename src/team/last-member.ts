import type { IncomingMessage } from "node:http";
import { createSignedCookie } from "./signed-cookie.ts";

/** Less than an unused session lasts: that it ran out is not told as if somebody had ended it. */
const lastsSeconds = 13 * 24 * 60 * 60;
const last = (id: string) => `last member ${id}`;

export type LastMember = ReturnType<typeof createLastMember>;

/** Which member a browser was signed in as until somebody else ended that. It opens nothing: only they learn why. */
export function createLastMember(options: { secret: string; isSecure: boolean }) {
  const cookie = createSignedCookie({ name: "handoff.last", path: "/api", lastsSeconds, ...options });
  return {
    in: (request: Pick<IncomingMessage, "headers">): string | undefined => cookie.valueIn(request, last),
    cookieFor: (id: string): string => cookie.holding(id, last),
    /** For whoever signs out by themselves. */
    none: cookie.gone,
  };
}
