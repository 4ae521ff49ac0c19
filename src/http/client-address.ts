import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** The address that counts for rate limits: the last hop, or, behind a trusted proxy, the one the proxy saw. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers["x-forwarded-for"];
  const seenByProxy = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return (trustProxy && seenByProxy) || request.socket.remoteAddress || "unknown";
}

/** One household or machine has a whole /64 of IPv6 addresses to choose from: they count as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;

  const [head = "", tail = ""] = address.split("::");
  const [left, right] = [head, tail].map((part) => part.split(":").filter(Boolean));
  const missing = 8 - (left?.length ?? 0) - (right?.length ?? 0);
  const groups = [...(left ?? []), ...Array<string>(Math.max(0, missing)).fill("0"), ...(right ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
