import { MailError, type Mailer } from "../../mail/mail.ts";
import { waitingMail } from "../../mail/waiting-mail.ts";
import { type Carrier, NotCarried } from "../../notifications/carrier.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { testMail } from "./test-mail.ts";

export interface CarrierOptions {
  mailer: Mailer;
  settings: Pick<SettingsDesk, "current">;
  publicUrl: string;
}

/** Brings the team mails with everything that was said. */
export function createCarrier({ mailer, settings, publicUrl }: CarrierOptions): Carrier {
  return {
    way: "email",
    async tell(to, waiting) {
      const { timeZone } = (await settings.current()).hours;
      return carried(() => mailer.send(waitingMail({ to, waiting, publicUrl, timeZone })));
    },
    async test(to, by) {
      const id = await carried(() => mailer.send(testMail({ to, by, publicUrl })));
      return `Postmark took the mail to ${to} (${id}).`;
    },
  };
}

async function carried(send: () => Promise<string>): Promise<string> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    const { message, isPassing, isRecipientGone } = error;
    throw new NotCarried(message, { isPassing, unreachable: isRecipientGone ? "bounced" : undefined });
  }
}
