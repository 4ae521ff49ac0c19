/** An address of ours that leads into one conversation, for one person: what they answer comes in there, as theirs. */
export interface MailAddress {
  /** Small letters and digits, as it stands in the address. */
  token: string;
  conversationId: string;
  role: "visitor" | "agent";
  /** Whose answers are taken. */
  recipient: string;
  /** Of the mails they were sent, the oldest first: by these mail programs keep a thread together. */
  messageIds: string[];
}

export type AddressOf = Pick<MailAddress, "conversationId" | "role" | "recipient">;

export interface MailAddresses {
  /** The same one each time. */
  of(whose: AddressOf): Promise<MailAddress>;
  find(token: string): Promise<MailAddress | undefined>;
  /** A mail went out. */
  sent(token: string, messageId: string): Promise<void>;
}
