export interface Mail {
  /** One bare address. */
  to: string;
  subject: string;
  /** A whole page. */
  html: string;
  text: string;
  /** What kind of mail this is, such as "transcript": Postmark counts by it. */
  tag: string;
  /** Ids with which a mail is found again in Postmark; never names, addresses or words. */
  metadata: Record<string, string>;
  /** Where answers go, if not to the sender. */
  replyTo?: string | undefined;
  headers?: Record<string, string> | undefined;
}

export interface Mailer {
  /** Resolves with Postmark's id when it has taken the mail; throws `MailError` otherwise. */
  send(mail: Mail): Promise<string>;
  /** For an admin: whether mail can be sent, and what to do if not. */
  health(): { state: "on" | "broken"; detail: string };
}

/** The mail was not sent; the message says why and what to do, and is safe to show. */
export class MailError extends Error {
  override readonly name = "MailError";
  /** It may be taken in a while. After a time-out it may even have been taken. */
  readonly isPassing: boolean;
  /** Nothing sent to this address will ever arrive. */
  readonly isRecipientGone: boolean;

  constructor(words: string, { isPassing = false, isRecipientGone = false } = {}) {
    super(words);
    this.isPassing = isPassing;
    this.isRecipientGone = isRecipientGone;
  }
}
