import { NotCarried } from "../../notifications/carrier.ts";

/** What Twilio answers when it does not take a message. */
export interface TwilioError {
  status: number;
  code?: number | undefined;
  message: string;
}

/** Codes as Twilio documents them: twilio.com/docs/api/errors. */
export function refusalOf({ status, code = 0, message }: TwilioError, to: string): NotCarried {
  if (optedOut.has(code))
    return new NotCarried(`${to} asked for no more SMS (STOP). They can text START to get them again.`, {
      unreachable: "opted-out",
    });
  if (noNumber.has(code))
    return new NotCarried(`${to} cannot get SMS, says Twilio (${code}). Use another number.`, {
      unreachable: "invalid",
    });
  if (status === 429 || status >= 500 || passing.has(code))
    return new NotCarried("Twilio takes no messages at the moment.", { isPassing: true });
  if (status === 401 || code === 20003)
    return new NotCarried(
      "Twilio does not accept the credentials. Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN from the Twilio console and restart.",
    );
  const remedy = remedies[code];
  return new NotCarried(
    remedy ? `${remedy} (Twilio ${code})` : `Twilio did not take the SMS: ${message} (${code})`,
  );
}

/** What it means that a message was taken and not delivered; `reason` when none ever will be. */
export function undelivered(
  code: number,
  to: string,
): { words: string; reason?: "opted-out" | "invalid" | undefined } {
  if (optedOut.has(code)) return { words: `${to} asked for no more SMS (STOP).`, reason: "opted-out" };
  if (noNumber.has(code) || neverDelivered.has(code))
    return {
      words: `${to} cannot get SMS, says the carrier (${code}). Use another number.`,
      reason: "invalid",
    };
  const why = unavailable[code] ?? "The carrier did not deliver the last SMS";
  return { words: `${why}${code ? ` (Twilio ${code})` : ""}.` };
}

const optedOut = new Set([21610]);
const noNumber = new Set([21211, 21201, 21614, 21217]);
/** Blocked by the carrier or on the phone, unknown there, or a landline. */
const neverDelivered = new Set([30004, 30005, 30006]);
/** It is not sent again; the next one may arrive. */
const unavailable: Record<number, string> = { 30003: "The phone was switched off or out of reach" };
const passing = new Set([20429, 30001, 21611]);

const remedies: Record<number, string> = {
  20005: "The Twilio account is suspended. See the Twilio console.",
  21603: "TWILIO_FROM is not a number that can send. Use one of the account's numbers.",
  21606:
    "TWILIO_FROM is not a number of this Twilio account that can send SMS. Use one of the account's numbers.",
  21612: "TWILIO_FROM cannot send to this number. Use a sender for its country.",
  21608: "This Twilio account is a trial: it sends to verified numbers only. Verify the number or upgrade.",
  21408: "Twilio may not send to this country. Allow it in the console under Messaging → Geo permissions.",
  30034:
    "The number is not registered for sending to the United States (A2P 10DLC). Register it in the console.",
};
