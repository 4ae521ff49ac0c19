import type { IncomingMessage } from "node:http";

/** The address that counts for rate limits: the last hop, or, behind a trusted proxy, the one the proxy saw. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers["x-forwarded-for"];
  const seenByProxy = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return (trustProxy && seenByProxy) || request.socket.remoteAddress || "unknown";
}
