import type { ConversationError } from "../../../conversation/errors.ts";

/** Why a reply did not reach the visitor, and what its author can do. */
export function refusal({ code, message }: ConversationError, again = "Retry"): string {
  switch (code) {
    case "closed":
      return `This conversation is closed, so the visitor did not get your message. Press Reopen on the card at the top of this thread, then ${again}.`;
    case "too_long":
    case "too_many_files":
      return `Your message was not sent to the visitor. ${message} Split it into several.`;
    default:
      return `Your message was not sent to the visitor. ${message}`;
  }
}

/** Whether the same words can be sent once somebody has done something about it. */
export const canRetry = ({ code }: ConversationError): boolean => code === "closed";

export const notStored =
  "Your message did not reach the visitor: it could not be stored. It is tried again within five minutes, or at once when you press Retry. If that is too late, answer in the inbox.";
