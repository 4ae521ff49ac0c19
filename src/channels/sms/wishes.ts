import type { Conversations } from "../../conversation/index.ts";
import type { Phones } from "../../conversation/phones.ts";
import type { Notices } from "../../notifications/notice.ts";
import type { ReceivedSms } from "./received-sms.ts";

export interface WishesOptions {
  conversations: Pick<Conversations, "loseContact" | "regainContact">;
  phones: Phones;
  notices: Pick<Notices, "markUnreachable" | "markReachable">;
}

/**
 * STOP and START, in the words that Twilio takes them by, and answers itself: twilio.com/docs/messaging (advanced
 * opt-out). They hold for the number, whoever has it; the team hears of it where the number is a visitor's.
 */
export function createWishes({ conversations, phones, notices }: WishesOptions) {
  return {
    /** Whether it was one, and so nothing to be relayed. */
    async heard({ id, from, text }: ReceivedSms): Promise<boolean> {
      const word = text.trim().toUpperCase();
      if (stopWords.has(word)) {
        await stop(id, from, word);
        return true;
      }
      // Without a stop before it, a "yes" is an answer like any other.
      return startWords.has(word) && (await start(id, from, word));
    },
  };

  async function stop(id: string, from: string, word: string): Promise<void> {
    const words = `${from} asked for no more SMS (${word}). They can text START to get them again.`;
    const wish = { way: "sms", recipient: from, reason: "opted-out", words } as const;
    await notices.markUnreachable(wish);
    for (const { id: conversationId } of await phones.textedAt(from))
      await conversations.loseContact({ ...wish, conversationId, source: sourceOf(id, conversationId) });
  }

  async function start(id: string, from: string, word: string): Promise<boolean> {
    const wasStopped = await notices.markReachable("sms", from);
    if (!wasStopped && word === "YES") return false;
    const whose = { way: "sms", recipient: from } as const;
    for (const { id: conversationId } of await phones.textedAt(from))
      await conversations.regainContact({ ...whose, conversationId, source: sourceOf(id, conversationId) });
    return true;
  }
}

const sourceOf = (id: string, conversationId: string) => ({
  via: "sms",
  externalId: `${id}/wish/${conversationId}`,
});

const stopWords = new Set(["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"]);
const startWords = new Set(["START", "UNSTOP", "YES"]);
