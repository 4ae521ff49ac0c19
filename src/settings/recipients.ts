import { z } from "zod";
import { phoneNumberFrom } from "./phone-number.ts";

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

/** Numbers, however they are written, in E.164. */
export const SmsRecipients = z
  .array(
    z.string().transform((text, context) => {
      const number = phoneNumberFrom(text);
      if (number) return number;
      context.addIssue({
        code: "custom",
        message: `“${text.trim()}” is not a phone number such as +14155550123.`,
      });
      return z.NEVER;
    }),
  )
  .max(50, tooMany);
