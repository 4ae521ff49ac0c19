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

/** Numbers as Twilio takes them: `+`, country code, number; spaces, dots, dashes and brackets are dropped. */
export const SmsRecipients = z
  .array(
    z
      .string()
      .transform((text) => text.replaceAll(/[\s().-]/g, ""))
      .pipe(
        z.string().regex(/^\+[1-9]\d{6,14}$/, {
          error: (issue) => `“${issue.input}” is not a phone number such as +14155550123.`,
        }),
      ),
  )
  .max(50, tooMany);
