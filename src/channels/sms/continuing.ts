import type { Conversation } from "../../conversation/conversation.ts";
import type { Listener } from "../../conversation/listener.ts";
import { createFollowing, type FollowingOptions, type Unseen } from "../../notifications/following.ts";
import { siteNameFor } from "../../settings/site-name.ts";
import type { Sites } from "../../settings/sites.ts";
import type { Twilio } from "./twilio.ts";
import { unseenText } from "./unseen-text.ts";

export interface ContinuingOptions
  extends Pick<FollowingOptions, "conversations" | "store" | "notices" | "now"> {
  twilio: Twilio;
  sites: Pick<Sites, "find">;
  /** Opens the conversation on any device, for a while. */
  continueUrl: (conversation: Conversation) => string;
  publicUrl: string;
  /** Whether visitors with an address are answered by email. */
  hasEmail: boolean;
}

/** What agents write to a visitor who has left follows them by SMS, unless they are reached by email: it holds more. */
export function createContinuing(options: ContinuingOptions): Listener {
  const { twilio, sites, continueUrl, publicUrl, hasEmail } = options;
  return createFollowing({
    ...options,
    way: "sms",
    send,
    isWanted: ({ visitor, lostContacts }) =>
      !hasEmail || visitor.email === undefined || lostContacts.some(({ way }) => way === "email"),
  });

  async function send({ conversation, events, recipient, after }: Unseen): Promise<string> {
    const text = unseenText({
      events,
      siteName: siteNameFor(await sites.find(conversation.siteKey), conversation.page),
      continueUrl: continueUrl(conversation),
      isFirst: conversation.textedSeq === 0,
    });
    const about = new URLSearchParams({ conversation: conversation.id, after: String(after) });
    const statusUrl = `${publicUrl}/webhooks/twilio/status?${about}`;
    return twilio.send({ to: recipient, text, statusUrl });
  }
}
