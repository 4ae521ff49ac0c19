/** Up to when (ms since 1970) each member of the team has read each conversation: theirs alone, on all their devices. */
export interface Readings {
  /** Of these conversations, by their ids; those never read are missing. */
  of(memberId: string, conversationIds: readonly string[]): Promise<Record<string, number>>;
  /** Reading goes forward: an older time changes nothing. Returns what stands. */
  read(memberId: string, conversationId: string, at: number): Promise<number>;
  /** Goes back, so that it is there to be read again. */
  unread(memberId: string, conversationId: string, at: number): Promise<void>;
}
