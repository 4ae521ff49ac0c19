import { type Conversation, isOpen } from "../../conversation/conversation.ts";
import type { Listener } from "../../conversation/listener.ts";
import type { MailAddresses } from "../../mail/addresses.ts";
import type { Mailer } from "../../mail/mail.ts";
import { inThread } from "../../mail/thread.ts";
import { unseenMail } from "../../mail/unseen-mail.ts";
import { createFollowing, type FollowingOptions, type Unseen } from "../../notifications/following.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { siteNameFor } from "../../settings/site-name.ts";
import type { Sites } from "../../settings/sites.ts";
import { carried } from "./carried.ts";

export interface ContinuingOptions
  extends Pick<FollowingOptions, "conversations" | "store" | "notices" | "now"> {
  addresses: MailAddresses;
  settings: Pick<SettingsDesk, "current">;
  sites: Pick<Sites, "find">;
  mailer: Mailer;
  /** Opens the conversation on any device, for a while. */
  continueUrl: (conversation: Conversation) => string;
  publicUrl: string;
  /** Where Postmark takes answers; none: mails cannot be answered. */
  inboundAddress: string | undefined;
  newId: () => string;
}

/** What agents write to a visitor who has left follows them by email, in one thread of their mail program. */
export function createContinuing(options: ContinuingOptions): Listener {
  const { addresses, mailer, settings, sites, continueUrl, publicUrl, inboundAddress, newId } = options;
  return createFollowing({ ...options, way: "email", send });

  async function send({ conversation, events, recipient, after }: Unseen): Promise<string> {
    const address = await addresses.of({
      ...{ conversationId: conversation.id, role: "visitor", recipient },
    });
    const mail = unseenMail({
      ...{ to: recipient, conversation, events, after },
      siteName: siteNameFor(await sites.find(conversation.siteKey), conversation.page),
      continueUrl: continueUrl(conversation),
      unsubscribeUrl: `${publicUrl}/email/unsubscribe/${address.token}`,
      canAnswer: inboundAddress !== undefined && isOpen(conversation),
      timeZone: (await settings.current()).hours.timeZone,
    });
    const messageId = `<${newId()}@${new URL(publicUrl).hostname}>`;
    await carried(() => mailer.send(inThread(mail, { address, messageId, inboundAddress })));
    await addresses.sent(address.token, messageId);
    return messageId;
  }
}
