import { type Conversation, isOpen } from "../../conversation/conversation.ts";
import { ConversationError } from "../../conversation/errors.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Phones } from "../../conversation/phones.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Trace } from "../../conversation/traces.ts";
import type { Media } from "./media.ts";
import type { ReceivedSms } from "./received-sms.ts";

export interface VisitorAnswersOptions {
  conversations: Pick<Conversations, "receive">;
  store: Pick<ConversationStore, "eventsAfter">;
  phones: Phones;
  media: Media;
}

/** What a visitor answers to our SMS is what they say in the conversation. */
export function createVisitorAnswers({ conversations, store, phones, media }: VisitorAnswersOptions) {
  return {
    /** The conversations that were answered at this number: those that are open, or else those that were closed. */
    async heldWith(number: string): Promise<Conversation[]> {
      const texted = await phones.textedAt(number);
      const open = texted.filter(isOpen);
      return open.length > 0 ? open : texted;
    },

    /** Whether one that was erased may be meant: nothing was sent from those that are left since then. */
    async mayMean(erased: Trace, held: Conversation[]): Promise<boolean> {
      for (const { id, textedSeq } of held) {
        const [sent] = await store.eventsAfter(id, textedSeq - 1, 1);
        if (sent && sent.at > erased.at) return false;
      }
      return true;
    },

    /** Resolves with what to tell them, if anything. */
    async take(sms: ReceivedSms, [conversation, ...more]: Conversation[]): Promise<string | undefined> {
      if (!conversation) return undefined;
      // Anybody can leave a number: one chat's answer must not be read in another.
      if (more.length > 0)
        return "There is more than one chat with this number, so we cannot tell which this is for. Please follow the link in our message.";
      const { id: conversationId, siteKey, visitor } = conversation;
      const { kept, lost } = await media.kept(sms, { siteKey, visitorId: visitor.id });
      try {
        // By its id: erased meanwhile, it must not begin again with everything that is known of them.
        await conversations.receive({
          ...{ conversationId, id: `sms-${sms.id}`, files: kept },
          text: [sms.text.trim(), ...lost].filter(Boolean).join("\n\n"),
          source: { via: "sms", externalId: sms.id },
        });
        return undefined;
      } catch (error) {
        if (!(error instanceof ConversationError)) throw error;
        return error.message;
      }
    },
  };
}
