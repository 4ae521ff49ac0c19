import type { Conversation } from "../conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../conversation/events.ts";
import type { Conversations } from "../conversation/index.ts";
import { type Delivery, type Listener, NotBefore, Refused } from "../conversation/listener.ts";
import type { LostContact } from "../conversation/lost-contact.ts";
import { reachable } from "../conversation/reachable.ts";
import type { ConversationStore } from "../conversation/store.ts";
import { bringsWords, unseenForMs, unseenIn } from "../conversation/unseen.ts";
import { maxByAssistant, sentByMachines } from "./by-machines.ts";
import { NotCarried } from "./carrier.ts";
import type { Notices, Way } from "./notice.ts";

export interface Unseen {
  conversation: Conversation;
  /** What was answered since the visitor left, in order. */
  events: readonly ConversationEvent[];
  /** The visitor's address or number. */
  recipient: string;
  /** Nothing after this event was seen by them, or sent. */
  after: number;
}

export interface FollowingOptions {
  way: Way;
  /** Whether visitors are answered in this way where they are reached in it; in every conversation when left out. */
  isWanted?: (conversation: Conversation) => boolean;
  /** Resolves with an id of what was sent, new each time; throws `NotCarried` otherwise. */
  send: (unseen: Unseen) => Promise<string>;
  conversations: Pick<Conversations, "follow" | "loseContact" | "tellTeam">;
  store: Pick<ConversationStore, "eventsAfter">;
  notices: Pick<Notices, "whyUnreachable" | "markUnreachable">;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * What a visitor is answered who has left follows them: together, in order, once. Not named as what comes in this way:
 * it hears of what agents wrote by email or SMS, too.
 */
export function createFollowing(options: FollowingOptions): Listener {
  const { way, isWanted = () => true, conversations, store, notices, now } = options;

  const recipientOf = (conversation: Conversation) => {
    const { email, phone } = reachable(conversation);
    return way === "email" ? email : phone;
  };

  return {
    name: `visitor-${way}`,
    audience: "visitor",
    concerns: (conversation, happenings) =>
      recipientOf(conversation) !== undefined &&
      happenings.some((happening) => bringsWords(happening) || opens(happening, way)),

    async hear({ conversation, isLastTry }: Delivery) {
      const recipient = recipientOf(conversation);
      if (recipient === undefined || conversation.isBlocked || !isWanted(conversation)) return;
      const all = await store.eventsAfter(conversation.id, 0);
      const events = unseenIn(conversation, all);
      const [first, last] = [events[0], events.at(-1)];
      if (!first || !last) return;
      if (first.at + unseenForMs > now()) throw new NotBefore(first.at + unseenForMs);

      const lose = async ({ reason, words }: Pick<LostContact, "reason" | "words">) => {
        const source = { via: way, externalId: `${conversation.id}/lost/${last.seq}` };
        await conversations.loseContact({
          ...{ conversationId: conversation.id, way, recipient, reason, words, source },
        });
      };
      const known = await notices.whyUnreachable(way, recipient);
      if (known) return lose(known);
      const enough = sentByMachines(all, events, now());
      if (enough) return stop({ conversation, recipient, enough });

      const { seenSeq, mailedSeq, textedSeq } = conversation;
      const after = Math.max(seenSeq, mailedSeq, textedSeq);
      const id = await options
        .send({ conversation, events, recipient, after })
        .catch(async (error: unknown) => {
          if (!(error instanceof NotCarried) || error.isPassing) {
            if (isLastTry) await lose({ reason: "undelivered", words: triedInVain });
            throw error;
          }
          const { unreachable: reason, message: words } = error;
          if (reason) await notices.markUnreachable({ way, recipient, reason, words });
          await lose({ reason: reason ?? "undelivered", words });
          throw new Refused(words);
        });
      const source = { via: way, externalId: `${conversation.id}/sent/${id}` };
      await conversations.follow({ conversationId: conversation.id, way, upTo: last.seq, source });
    },
  };

  async function stop({ conversation, recipient, enough }: Enough): Promise<void> {
    const { id: conversationId } = conversation;
    await conversations.tellTeam({
      conversationId,
      text: `The assistant answered ${recipient} ${maxByAssistant} times within a day. A machine may be answering there, so nothing more is sent before somebody of the team writes.`,
      source: { via: way, externalId: `${conversationId}/stopped/${enough.seq}` },
    });
  }
}

interface Enough {
  conversation: Conversation;
  recipient: string;
  /** What was sent last. */
  enough: ConversationEvent;
}

const triedInVain = "It could not be sent for over an hour, and goes out with the next reply.";

/** There is a way to the visitor that was not there before, or another one less. */
const opens = (happening: Happening, way: Way) =>
  happening.type === "visitor.contactLeft" ||
  happening.type === "visitor.contactRegained" ||
  (happening.type === "visitor.contactLost" && happening.lost.way !== way);
