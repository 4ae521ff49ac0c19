import { signal } from "@preact/signals";

const hasRoom = () => globalThis.matchMedia?.("(min-width: 1101px)").matches ?? true;

/** Whether the details stand beside the conversation, or lie over it where there is no room beside it. */
export const detailsShown = signal(hasRoom());
