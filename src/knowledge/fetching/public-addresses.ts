import { type LookupAddress, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { CannotFetch } from "./cannot-fetch.ts";

/** Whether the server may ask this address for a page. */
export type MayAsk = (address: string) => boolean;

/** Public addresses alone: what is private, of this machine or reserved belongs to somebody who did not publish it. */
export const isPublicAddress: MayAsk = (address) => {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
};

/**
 * Resolves a name for a connection, and refuses when any of its addresses may not be asked. The connection goes to
 * what was looked at here, so a name cannot change its address in between.
 */
export function publicLookup(mayAsk: MayAsk): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(notFound(hostname, error), "", 0);
      if (addresses.length === 0 || !addresses.every(({ address }) => mayAsk(address)))
        return answer(notPublic(hostname), "", 0);
      if (options.all) return answer(null, addresses);
      const [first] = addresses as [LookupAddress];
      answer(null, first.address, first.family);
    });
  };
}

export const notPublic = (host: string) =>
  new CannotFetch(
    `${host} is not on the public internet, so the server does not ask it. Paste the page's text instead.`,
  );

function notFound(hostname: string, error: NodeJS.ErrnoException): Error {
  if (error.code !== "ENOTFOUND") return error;
  return new CannotFetch(`There is no website named ${hostname}. Check the address.`);
}
