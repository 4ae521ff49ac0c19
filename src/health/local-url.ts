import type { AddressInfo } from "node:net";

/** Where a server that listens on an address is reached from its own machine. */
export function localUrl({ address, family, port }: AddressInfo): string {
  if (address === "::" || address === "0.0.0.0") return `http://127.0.0.1:${port}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
