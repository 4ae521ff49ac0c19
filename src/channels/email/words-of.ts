import EmailReplyParser from "email-reply-parser";
import type { ReceivedMail } from "./received-mail.ts";

/** What somebody wrote, without what they quoted and their signature. */
export function wordsOf({ StrippedTextReply, TextBody }: ReceivedMail): string {
  const stripped = StrippedTextReply.trim();
  if (stripped) return stripped;
  const parsed = new EmailReplyParser().read(TextBody);
  const visible = parsed
    .getFragments()
    .filter((fragment) => !fragment.isHidden() && !fragment.isQuoted() && !fragment.isSignature())
    .map((fragment) => fragment.getContent())
    .join("\n");
  return visible.trim() || TextBody.trim();
}
