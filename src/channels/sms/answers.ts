import { ConversationError } from "../../conversation/errors.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Notices } from "../../notifications/notice.ts";
import type { SettingsDesk } from "../../settings/index.ts";

export interface AnswersOptions {
  conversations: Pick<Conversations, "reply">;
  store: Pick<ConversationStore, "recorded">;
  notices: Pick<Notices, "lastToldOf">;
  settings: Pick<SettingsDesk, "current">;
  publicUrl: string;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface ReceivedSms {
  id: string;
  from: string;
  text: string;
}

/** An answer that comes later than this is hardly one to our message. */
const answersWithinMs = 24 * 60 * 60_000;

/** What somebody of the team answers to our SMS goes to the visitor it was about. Resolves with what to tell them, if anything. */
export function createAnswers({ conversations, store, notices, settings, publicUrl, now }: AnswersOptions) {
  return async ({ id, from, text }: ReceivedSms): Promise<string | undefined> => {
    const source = { via: "sms", externalId: id };
    const { smsRecipients } = await settings.current();
    // Whoever is not of the team learns nothing, not even that somebody reads this.
    if (!smsRecipients.includes(from) || !text.trim() || (await store.recorded(source))) return undefined;

    const told = await notices.lastToldOf("sms", from);
    const [conversationId, ...more] = told?.conversationIds ?? [];
    if (!told || conversationId === undefined || told.at + answersWithinMs < now())
      return `Nobody was waiting lately, so this was not sent. ${publicUrl}/inbox`;
    if (more.length > 0)
      return `The last message was about ${more.length + 1} visitors. Answer them in the inbox: ${publicUrl}/inbox`;

    try {
      await conversations.reply({
        conversationId,
        agent: { id: `sms:${from}`, name: nameOf(from) },
        text,
        source,
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      return `Not sent: ${error.message} ${publicUrl}/inbox/c/${conversationId}`;
    }
  };
}

/** A number has no name; the team knows whose ends like this, and a visitor learns nothing from it. */
const nameOf = (number: string) => `Team member …${number.slice(-2)}`;
