import { MailError } from "../../mail/mail.ts";
import { NotCarried } from "../../notifications/carrier.ts";

/** Sends a mail; what Postmark does not take is told of as of any other way to people. */
export async function carried(send: () => Promise<string>): Promise<string> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    const { message, isPassing, isRecipientGone } = error;
    throw new NotCarried(message, { isPassing, unreachable: isRecipientGone ? "bounced" : undefined });
  }
}
