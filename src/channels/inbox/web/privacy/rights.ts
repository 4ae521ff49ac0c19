import { signal } from "@preact/signals";
import type { Rights } from "../../privacy/protocol.ts";
import { fetched } from "../api.ts";

const none: Rights = { mayReveal: false, isMasking: false };

/** What whoever is signed in may do with what is masked. An admin can change it at any time. */
export const rights = signal<Rights>(none);

/** What was known stays where the server cannot be reached: the line says so. */
export async function readRights(): Promise<void> {
  rights.value = await fetched<Rights>("/api/privacy/rights").catch(() => rights.value);
}

export function forgetRights(): void {
  rights.value = none;
}
