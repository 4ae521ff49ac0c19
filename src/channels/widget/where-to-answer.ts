import { z } from "zod";
import type { Contact } from "../../conversation/contact.ts";
import type { ContactWay } from "../../conversation/lost-contact.ts";
import { phoneNumberFrom } from "../../settings/phone-number.ts";

/** Why nothing is sent to an address or number any more; undefined when it is. */
export type WhyNot = (
  way: ContactWay,
  recipient: string,
) => Promise<{ reason: "opted-out" | "bounced" | "invalid" } | undefined>;

/** What a visitor left, checked; or, for them, why it will not do: an answer must never be promised that cannot come. */
export async function whereToAnswer(
  { email, phone = "" }: { email: string; phone?: string | undefined },
  { smsConsent, whyNot }: { smsConsent: string | undefined; whyNot: WhyNot },
): Promise<Contact | string> {
  const number = smsConsent ? phone : "";
  if (!email && !number) return smsConsent ? "Please leave an email address or a number." : notAnAddress;

  if (email && !z.email().safeParse(email).success) return notAnAddress;
  const parsed = number ? phoneNumberFrom(number) : undefined;
  if (number && !parsed)
    return "This is not a phone number we can text. Begin with + and the country, such as +1 415 555 0123.";

  const refusal = (email && (await refused("email", email))) || (parsed && (await refused("sms", parsed)));
  if (refusal) return refusal;
  return { ...(email && { email }), ...(parsed && { phone: parsed, consent: smsConsent }) };

  async function refused(way: ContactWay, recipient: string): Promise<string | undefined> {
    const why = await whyNot(way, recipient);
    if (!why) return undefined;
    if (why.reason !== "opted-out")
      return `What we send to ${recipient} comes back. Please leave another one.`;
    return way === "email"
      ? `${recipient} asked for no more mail from us. Please leave another one.`
      : `${recipient} asked for no more SMS from us. Text START to the number that wrote to you, or leave another one.`;
  }
}

const notAnAddress = "This is not an email address. Please look at it once more.";
