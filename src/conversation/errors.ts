/** A rule of the conversation was broken by the caller; the message is safe to show. */
export class ConversationError extends Error {
  override readonly name = "ConversationError";
  readonly code:
    | "not_found"
    | "closed"
    | "empty"
    | "too_long"
    | "already_claimed"
    | "already_sent"
    | "not_with_people"
    | "not_yours"
    | "too_late"
    | "too_many_files"
    | "blocked"
    | "not_asked"
    | "off";

  constructor(code: ConversationError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** Someone else changed the conversation first. Never shown: the verb is simply tried again. */
export class Conflict extends Error {
  override readonly name = "Conflict";
}
