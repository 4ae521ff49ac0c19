import { signal } from "@preact/signals";
import type { Rights } from "../../privacy/protocol.ts";
import { fetched } from "../api.ts";

const none: Rights = { mayReveal: false, isMasking: false };

/** What whoever is signed in may do with what is masked. An admin can change it at any time. */
export const rights = signal<Rights>(none);

/**
 * What was known stays where the server cannot be reached: the line says so. Returns whether masking was switched since it
 * was read last, so that what stands on the page is no longer what may stand there.
 */
export async function readRights(): Promise<boolean> {
  const before = rights.value;
  rights.value = await fetched<Rights>("/api/privacy/rights").catch(() => rights.value);
  return before !== none && before.isMasking !== rights.value.isMasking;
}

export function forgetRights(): void {
  rights.value = none;
}
