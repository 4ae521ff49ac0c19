import type { MailAddresses } from "../../mail/addresses.ts";
import type { Mailer } from "../../mail/mail.ts";
import { inThread } from "../../mail/thread.ts";
import { waitingMail } from "../../mail/waiting-mail.ts";
import type { Carrier } from "../../notifications/carrier.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { carried } from "./carried.ts";
import { testMail } from "./test-mail.ts";

export interface CarrierOptions {
  mailer: Mailer;
  addresses: MailAddresses;
  settings: Pick<SettingsDesk, "current">;
  publicUrl: string;
  /** Where Postmark takes answers; none: mails cannot be answered. */
  inboundAddress: string | undefined;
  newId: () => string;
}

/** Brings the team mails with everything that was said. */
export function createCarrier(options: CarrierOptions): Carrier {
  const { mailer, addresses, settings, publicUrl, inboundAddress, newId } = options;

  return {
    way: "email",

    async tell(to, waiting) {
      const { timeZone } = (await settings.current()).hours;
      const [only] = waiting;
      // Nobody could tell which visitor an answer to a mail about several is for.
      const isAlone = waiting.length === 1 && only !== undefined;
      const canAnswer = isAlone && inboundAddress !== undefined;
      const mail = waitingMail({ to, waiting, publicUrl, canAnswer, timeZone });
      if (!isAlone) return carried(() => mailer.send(mail));

      const address = await addresses.of({
        ...{ conversationId: only.conversation.id, role: "agent", recipient: to },
      });
      const messageId = `<${newId()}@${new URL(publicUrl).hostname}>`;
      const id = await carried(() => mailer.send(inThread(mail, { address, messageId, inboundAddress })));
      await addresses.sent(address.token, messageId);
      return id;
    },

    async test(to, by) {
      const id = await carried(() => mailer.send(testMail({ to, by, publicUrl })));
      return `Postmark took the mail to ${to} (${id}).`;
    },
  };
}
