import { createHash } from "node:crypto";

/** The same id for the same file, however often we are told of it; shaped like any other id (RFC 9562, version 8). */
export function idOf(via: string, origin: string): string {
  const hex = createHash("sha256")
    .update(JSON.stringify([via, origin]))
    .digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
