import type { Contact } from "./contact.ts";
import type { LostContact } from "./lost-contact.ts";

/** "at zoe@example.com", "by SMS at +14155550123", or both. */
export const reachedAt = ({ email, phone }: Contact): string =>
  [...(email ? [`at ${email}`] : []), ...(phone ? [`by SMS at ${phone}`] : [])].join(" or ");

/** For the team: where a visitor is answered from now on. */
export const reachableInWords = (name: string, contact: Contact): string =>
  `${unlessIn(contact, name)} can be reached ${reachedAt(contact)}`;

/** For the team: that an address that was lost is none any more. */
export const regainedInWords = (name: string, recipient: string): string =>
  `${unlessIn({ email: recipient }, name)} wants to be answered at ${recipient} again`;

/** Who has no name is called by their address, which is not said twice in one sentence. */
const unlessIn = ({ email, phone }: Contact, name: string): string =>
  name === email || name === phone ? "The visitor" : name;

/** For the team: what did not arrive, and why. */
export function lossInWords({ way, recipient, reason, words }: LostContact): string {
  const what = way === "email" ? "mail" : "SMS";
  if (reason === "opted-out") {
    const again = way === "sms" ? " They can text START to get them again." : "";
    return `${recipient} gets no more ${what}, as they asked: what you write waits in the chat.${again}`;
  }
  const fate = reason === "undelivered" ? "did not arrive" : "came back";
  return `The ${what} to ${recipient} ${fate}, so the visitor has not seen the reply. ${words}`;
}

/** Beside the address: why it is of no use. */
export function lossInBrief({ way, reason }: LostContact): string {
  switch (reason) {
    case "bounced":
      return "mail comes back";
    case "invalid":
      return "gets no SMS";
    case "opted-out":
      return way === "email" ? "wants no more mail" : "wants no more SMS";
    case "undelivered":
      return way === "email" ? "the last mail did not arrive" : "the last SMS did not arrive";
  }
}

/** For the visitor, in the chat, when they look again. */
export function lossForVisitor({ way, recipient, reason }: LostContact): string | undefined {
  switch (reason) {
    case "bounced":
      return `Our mail to ${recipient} came back, so we cannot reach you there. Is there another way?`;
    case "invalid":
      return `Our SMS to ${recipient} came back, so we cannot reach you there. Is there another way?`;
    case "opted-out":
      return way === "email" ? "You get no more mail from us." : "You get no more SMS from us.";
    case "undelivered":
      return undefined;
  }
}
