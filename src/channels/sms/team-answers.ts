import { ConversationError } from "../../conversation/errors.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Notices } from "../../notifications/notice.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Media } from "./media.ts";
import type { ReceivedSms } from "./received-sms.ts";

export interface TeamAnswersOptions {
  conversations: Pick<Conversations, "reply">;
  store: Pick<ConversationStore, "find">;
  notices: Pick<Notices, "lastToldOf">;
  settings: Pick<SettingsDesk, "current">;
  media: Media;
  publicUrl: string;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** An answer that comes later than this is hardly one to our message. */
const answersWithinMs = 24 * 60 * 60_000;

/** What somebody of the team answers to our SMS goes to the visitor it was about. */
export function createTeamAnswers(options: TeamAnswersOptions) {
  const { conversations, store, notices, settings, media, publicUrl, now } = options;

  /** The conversations somebody was lately told of; none when there was nothing to answer. */
  async function toldOf(number: string): Promise<string[]> {
    const told = await notices.lastToldOf("sms", number);
    return told && told.at + answersWithinMs >= now() ? told.conversationIds : [];
  }

  return {
    isOfTeam: async (number: string) => (await settings.current()).smsRecipients.includes(number),
    toldOf,

    /** Resolves with what to tell them, if anything. */
    async take(sms: ReceivedSms): Promise<string | undefined> {
      const { id, from, text } = sms;
      if (!text.trim() && sms.media.length === 0) return undefined;
      const [conversationId, ...more] = await toldOf(from);
      if (conversationId === undefined)
        return `Nobody was waiting lately, so this was not sent. ${publicUrl}/inbox`;
      if (more.length > 0)
        return `The last message was about ${more.length + 1} visitors. Answer them in the inbox: ${publicUrl}/inbox`;
      if (!(await store.find(conversationId)))
        return "Not sent: this conversation was deleted, with everything in it. The visitor can begin a new one.";

      try {
        const agent = { id: `sms:${from}`, name: nameOf(from) };
        const { kept: files, lost } = await media.kept(sms);
        if (text.trim() || files.length > 0)
          await conversations.reply({
            ...{ conversationId, agent, text, files, source: { via: "sms", externalId: id } },
          });
        return lost.length > 0
          ? `Not sent: ${lost.join(" ")} ${publicUrl}/inbox/c/${conversationId}`
          : undefined;
      } catch (error) {
        if (!(error instanceof ConversationError)) throw error;
        return `Not sent: ${error.message} ${publicUrl}/inbox/c/${conversationId}`;
      }
    },
  };
}

/** A number has no name; the team knows whose ends like this, and a visitor learns nothing from it. */
const nameOf = (number: string) => `Team member …${number.slice(-2)}`;
