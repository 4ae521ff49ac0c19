import { asItStands } from "../../conversation/as-it-stands.ts";
import { type Conversation, isOpen } from "../../conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../../conversation/events.ts";
import type { Conversations } from "../../conversation/index.ts";
import { type Listener, NotBefore, Refused } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import { forVisitor } from "../../conversation/translation.ts";
import type { MailAddress, MailAddresses } from "../../mail/addresses.ts";
import { MailError, type Mailer } from "../../mail/mail.ts";
import { inThread } from "../../mail/thread.ts";
import { unseenMail } from "../../mail/unseen-mail.ts";
import type { Notices } from "../../notifications/notice.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { firstSiteName, type Site, type Sites } from "../../settings/sites.ts";

export interface ContinuingOptions {
  conversations: Pick<Conversations, "mailed">;
  store: Pick<ConversationStore, "eventsAfter">;
  addresses: MailAddresses;
  notices: Pick<Notices, "unreachable" | "markUnreachable">;
  settings: Pick<SettingsDesk, "current">;
  sites: Pick<Sites, "find">;
  mailer: Mailer;
  /** Opens the conversation on any device, for a while. */
  continueUrl: (conversation: Conversation) => Promise<string>;
  publicUrl: string;
  /** Where Postmark takes answers; none: mails cannot be answered. */
  inboundAddress: string | undefined;
  newId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** So long a visitor may take to come back and read before they are sent a mail. */
const unseenForMs = 3 * 60_000;

const isReply = (happening: Happening) =>
  happening.type === "message.posted" && happening.message.author.kind === "agent";
/** With a translation, a reply goes to the visitor only then. */
const bringsWords = (happening: Happening) => isReply(happening) || happening.type === "message.translated";

/** What agents write to a visitor who has left follows them by email: together, in order, once. */
export function createContinuing(options: ContinuingOptions): Listener {
  const { conversations, store, addresses, notices, now } = options;

  return {
    name: "email",
    audience: "visitor",
    concerns: ({ visitor }, happenings) =>
      (visitor.email !== undefined && happenings.some(bringsWords)) ||
      happenings.some(({ type }) => type === "visitor.contactLeft"),

    async hear({ conversation }) {
      const { email } = conversation.visitor;
      if (email === undefined || conversation.isBlocked) return;
      const unseen = unseenIn(conversation, await store.eventsAfter(conversation.id, 0));
      const [first, last] = [unseen[0], unseen.at(-1)];
      if (!first || !last) return;
      if (first.at + unseenForMs > now()) throw new NotBefore(first.at + unseenForMs);
      if (await isUnreachable(email)) return;

      const address = await addresses.of({
        conversationId: conversation.id,
        role: "visitor",
        recipient: email,
      });
      await send(conversation, unseen, address);
      const source = { via: "email", externalId: `${conversation.id}/mailed/${last.seq}` };
      await conversations.mailed({ conversationId: conversation.id, upTo: last.seq, source });
    },
  };

  async function isUnreachable(email: string): Promise<boolean> {
    const unreachable = await notices.unreachable();
    return unreachable.some(({ way, recipient }) => way === "email" && recipient === email);
  }

  async function send(
    conversation: Conversation,
    unseen: readonly ConversationEvent[],
    address: MailAddress,
  ): Promise<void> {
    const { mailer, settings, sites, continueUrl, publicUrl, inboundAddress, newId } = options;
    const to = address.recipient;
    const mail = unseenMail({
      ...{ to, conversation, events: unseen },
      siteName: siteNameOf(await sites.find(conversation.siteKey), conversation),
      continueUrl: await continueUrl(conversation),
      unsubscribeUrl: `${publicUrl}/email/unsubscribe/${address.token}`,
      canAnswer: inboundAddress !== undefined && isOpen(conversation),
      timeZone: (await settings.current()).hours.timeZone,
    });
    const messageId = `<${newId()}@${new URL(publicUrl).hostname}>`;
    try {
      await mailer.send(inThread(mail, { address, messageId, inboundAddress }));
    } catch (error) {
      if (!(error instanceof MailError) || error.isPassing) throw error;
      if (error.isRecipientGone)
        await notices.markUnreachable({
          way: "email",
          recipient: to,
          reason: "bounced",
          words: error.message,
        });
      throw new Refused(error.message);
    }
    await addresses.sent(address.token, messageId);
  }
}

/** As the visitor knows it: nobody has named a site that still has its first name. */
function siteNameOf(site: Site | undefined, { page }: Conversation): string {
  if (site && site.name !== firstSiteName) return site.name;
  return page ? new URL(page.url).hostname : "us";
}

/** What agents wrote, as the visitor would have read it, and neither saw nor was sent. */
function unseenIn(
  { seenSeq, mailedSeq }: Conversation,
  events: readonly ConversationEvent[],
): ConversationEvent[] {
  return asItStands(events).flatMap((event): ConversationEvent[] => {
    if (event.type !== "message.posted" || event.message.author.kind !== "agent" || event.message.note)
      return [];
    const sent = forVisitor(event.message, event.seq);
    if (!sent || sent.seq <= Math.max(seenSeq, mailedSeq)) return [];
    return [{ ...event, seq: sent.seq, message: { ...event.message, text: sent.text } }];
  });
}
