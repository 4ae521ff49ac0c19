import { Errors } from "postmark";

/** What it means that Postmark did not take a mail. */
export interface Trouble {
  /** What to do, for the one who sent it. */
  words: string;
  /** Postmark certainly did not send it, and may if asked again in a moment. */
  isPassing: boolean;
  /** No mail at all can be sent until an admin does what the words say. */
  isBroken: boolean;
  /** Nobody can tell whether Postmark sent it. */
  isUnanswered: boolean;
  /** The address is dead, or wants no more mail. */
  isRecipientGone: boolean;
}

/** Codes as Postmark documents them: developer/api/overview#error-codes. */
export function troubleOf(error: unknown, to: string): Trouble {
  if (!(error instanceof Errors.PostmarkError)) return unanswered;
  const { code, statusCode, message } = error;
  if (statusCode === 429 || code === 429 || statusCode >= 500 || code === 100)
    return passing("Postmark takes no mail at the moment. Try again in a few minutes.");
  if (statusCode === 401 || code === 10)
    return broken(
      "Postmark does not accept the server token. Copy it from Postmark → your server → API Tokens into POSTMARK_SERVER_TOKEN and restart.",
    );
  switch (code) {
    case 0:
      return unanswered;
    case 300:
      return refused(`Postmark does not accept this mail: ${message} Check the address ${to}.`);
    case 400:
    case 401:
      return broken(
        "Postmark does not know the sender. Confirm the address of POSTMARK_FROM in Postmark → Sender Signatures.",
      );
    case 405:
      return broken("The Postmark account has used up its mails. See its plan in Postmark.");
    case 406:
      return gone(
        `Postmark says ${to} bounced before or asked for no more mail, so nothing was sent. Use another address, or reactivate this one in Postmark → Suppressions.`,
      );
    case 412:
      return refused(
        "The Postmark account still waits for approval: until then it sends to addresses of your own domain only.",
      );
    case 413:
      return refused("The mail is too large for Postmark. Export the conversation from the inbox instead.");
    default:
      return refused(`Postmark did not send the mail: ${message}`);
  }
}

const nothingElse = { isPassing: false, isBroken: false, isUnanswered: false, isRecipientGone: false };
const refused = (words: string): Trouble => ({ ...nothingElse, words });
const passing = (words: string): Trouble => ({ ...nothingElse, words, isPassing: true });
const broken = (words: string): Trouble => ({ ...nothingElse, words, isBroken: true });
const gone = (words: string): Trouble => ({ ...nothingElse, words, isRecipientGone: true });

/** Asking again could send it twice. */
const unanswered: Trouble = {
  ...nothingElse,
  words:
    "Postmark did not answer, so nobody can tell whether the mail was sent. Look whether it arrived before you send it again.",
  isUnanswered: true,
};
