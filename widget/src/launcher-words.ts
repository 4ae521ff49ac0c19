/** What the launcher says before the panel is there; `words.ts` holds the rest. */
export const open = "Open chat";
export const close = "Close chat";
export const unread = (count: number) => (count === 1 ? "1 unread message" : `${count} unread messages`);
export const cannotLoad = "The chat could not be loaded. Trying again…";
