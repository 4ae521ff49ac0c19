/** A conversation's row after it was erased. No reader but those who count ever gets one. */
export const erasedStatus = "erased";

export const erasedVisitorId = (conversationId: string) => `erased/${conversationId}`;

/** For every query that reads conversations. */
export const notErased = { status: { not: erasedStatus } };
