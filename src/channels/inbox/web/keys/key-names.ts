const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What the key is called on this keyboard. */
export const modKey = isMac ? "⌘" : "Ctrl";
