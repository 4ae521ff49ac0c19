import { ConversationError } from "./errors.ts";
import { maxTextLength } from "./message.ts";

/** A message's text as it is kept: trimmed, neither empty nor too long. */
export function written(text: string): string {
  const trimmed = text.trim();
  if (!trimmed) throw new ConversationError("empty", "There is nothing to send: the message is empty.");
  if (trimmed.length > maxTextLength)
    throw new ConversationError(
      "too_long",
      `This message has ${trimmed.length} characters; at most ${maxTextLength} can be sent at once.`,
    );
  return trimmed;
}
