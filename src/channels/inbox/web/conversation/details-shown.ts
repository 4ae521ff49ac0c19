import { signal } from "@preact/signals";

const hasRoom = () => globalThis.matchMedia?.("(min-width: 1101px)").matches ?? true;

/** Whether the details stand beside the conversation, or lie over it where there is no room beside it. */
export const detailsShown = signal(hasRoom());

/** Whether they lie over the conversation now, and must be put away to see it. */
export const detailsLieOver = () => detailsShown.peek() && !hasRoom();

export function putAway(): void {
  if (detailsLieOver()) detailsShown.value = false;
}
