import { parsePhoneNumberFromString } from "libphonenumber-js";
import { z } from "zod";

const tooMany = "At most 50 recipients.";

export const EmailRecipients = z
  .array(
    z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .pipe(z.email({ error: (issue) => `“${issue.input}” is not an email address.` })),
  )
  .max(50, tooMany);

/** Numbers as Twilio takes them (E.164), however they are written: "+1 (415) 555-0123", "0049 30 123456". */
export const SmsRecipients = z
  .array(
    z.string().transform((text, context) => {
      const number = parsePhoneNumberFromString(text.trim().replace(/^00/, "+"));
      if (number?.isValid()) return String(number.number);
      context.addIssue({
        code: "custom",
        message: `“${text.trim()}” is not a phone number such as +14155550123.`,
      });
      return z.NEVER;
    }),
  )
  .max(50, tooMany);
