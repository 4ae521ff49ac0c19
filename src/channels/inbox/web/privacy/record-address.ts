export const recordPath = "/inbox/settings/privacy";

/** Who looked at, exported and erased one conversation. */
export const recordOf = (conversationId: string) =>
  `${recordPath}?${new URLSearchParams({ conversation: conversationId })}`;
