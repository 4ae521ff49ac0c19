import { signal } from "@preact/signals";

/** Grows whenever settings may have been changed, by whomever: what is shown of them has to be read anew. */
export const settingsMoved = signal(0);

export function settingsHaveMoved(): void {
  settingsMoved.value += 1;
}
