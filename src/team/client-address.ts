import type { IncomingMessage } from "node:http";

/** Where sign-in reads the caller's address. Always overwritten by us, so nobody can pretend to be someone else. */
export const addressHeader = "x-handoff-client-address";

/** The address that counts for rate limits: the last hop, or, behind a trusted proxy, the one the proxy saw. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers["x-forwarded-for"];
  const seenByProxy = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return (trustProxy && seenByProxy) || request.socket.remoteAddress || "127.0.0.1";
}
