/** Why somebody who came from Slack was not let in. The sign-in page has the words. */
export type SlackRefusal =
  | "not-begun"
  | "cancelled"
  | "code"
  | "unreachable"
  | "identity"
  | "workspace"
  | "unverified"
  | "nobody";

/** Thrown on the way; ends at the sign-in page. */
export class NotLetIn extends Error {
  readonly why: SlackRefusal;

  constructor(why: SlackRefusal, options?: ErrorOptions) {
    super(`not let in from Slack: ${why}`, options);
    this.why = why;
  }
}
