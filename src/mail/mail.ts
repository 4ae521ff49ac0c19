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
}

export interface Mailer {
  /** Resolves when Postmark has taken the mail; throws `MailError` otherwise. */
  send(mail: Mail): Promise<void>;
  /** For an admin: whether mail can be sent, and what to do if not. */
  health(): { state: "on" | "broken"; detail: string };
}

/** The mail was not sent; the message says why and what to do, and is safe to show. */
export class MailError extends Error {
  override readonly name = "MailError";
}
