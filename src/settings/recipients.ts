import { createRequire } from "node:module";
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

const require = createRequire(import.meta.url);
/** Loaded when there is a number to look at: it knows every country's, and many installations name none. */
const phoneNumbers = (): typeof import("libphonenumber-js") => require("libphonenumber-js");

/** Numbers as Twilio takes them (E.164), however they are written: "+1 (415) 555-0123", "0049 30 123456". */
export const SmsRecipients = z
  .array(
    z.string().transform((text, context) => {
      const number = phoneNumbers().parsePhoneNumberFromString(text.trim().replace(/^00/, "+"));
      if (number?.isValid()) return String(number.number);
      context.addIssue({
        code: "custom",
        message: `“${text.trim()}” is not a phone number such as +14155550123.`,
      });
      return z.NEVER;
    }),
  )
  .max(50, tooMany);
