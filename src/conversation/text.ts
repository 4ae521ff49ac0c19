import { ConversationError } from "./errors.ts";
import { type Attachment, maxTextLength } from "./message.ts";

export const maxFiles = 10;

/** What a message holds as it is kept: text trimmed, not too long, and empty only where there are files. */
export function written(text: string, files: Attachment[] = []): { text: string; files?: Attachment[] } {
  const trimmed = storable(text).trim();
  if (!trimmed && files.length === 0)
    throw new ConversationError("empty", "There is nothing to send: the message is empty.");
  if (trimmed.length > maxTextLength)
    throw new ConversationError(
      "too_long",
      `This message has ${trimmed.length} characters; at most ${maxTextLength} can be sent at once.`,
    );
  if (files.length > maxFiles)
    throw new ConversationError("too_many_files", `At most ${maxFiles} files can be sent at once.`);
  return files.length > 0 ? { text: trimmed, files } : { text: trimmed };
}

/** Without what PostgreSQL cannot keep: the character zero, and halves of characters. */
export const storable = (text: string): string => text.replaceAll("\0", "").replaceAll(/\p{Cs}/gu, "\ufffd");
