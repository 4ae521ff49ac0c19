/** What the launcher says before the panel is there; `words.ts` holds the rest. */
export const launcherWords = {
  open: "Open chat",
  close: "Close chat",
  unread: (count: number) => (count === 1 ? "1 unread message" : `${count} unread messages`),
  cannotLoad: "The chat could not be loaded. Trying again…",
};
