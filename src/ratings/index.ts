import type { Conversation } from "../conversation/conversation.ts";
import type { Happening } from "../conversation/events.ts";
import type { Conversations } from "../conversation/index.ts";
import { type Listener, NotBefore } from "../conversation/listener.ts";
import type { RatedParty } from "../conversation/rating.ts";
import type { ConversationStore } from "../conversation/store.ts";
import type { SettingsDesk } from "../settings/index.ts";
import { messagesFor } from "../settings/messages.ts";
import { ratingWordsIn } from "../settings/rating-words.ts";
import type { Settings } from "../settings/schema.ts";
import { answeredLastAt } from "./answered-last-at.ts";

export interface RatingsOptions {
  conversations: Pick<Conversations, "askForRating">;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  settings: Pick<SettingsDesk, "current" | "subscribe">;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** A visitor who has not written for so long has what they came for, or has left. */
export const quietMs = 10 * 60_000;

/**
 * Asks visitors how it went: about people, when the conversation is closed; about the assistant alone, when nobody has
 * written for a while. News wakes no lane that waits for its time, so each has its own.
 */
export function createRatings({ conversations, store, settings, now }: RatingsOptions): Listener[] {
  /** As far as this process knows: an assistant's chat costs nothing where nobody wants to know. */
  let asksEveryone = false;
  const look = async () => {
    asksEveryone = (await settings.current()).askForRating === "everyone";
  };
  settings.subscribe(() => void look().catch(() => {}));
  void look().catch(() => {});

  return [
    {
      name: "ratings",
      audience: "team",
      concerns: (_conversation, happenings) => happenings.some(isClosing),
      async hear({ conversation }) {
        const current = await settings.current();
        if (current.askForRating !== "never") await ask(conversation, "people", current);
      },
    },
    {
      name: "ratings-assistant",
      audience: "team",
      concerns: ({ status }, happenings) =>
        asksEveryone && status === "assistant" && happenings.some(isAnswer),
      async hear({ conversation }) {
        const { id, boundarySeq, offer } = conversation;
        const at = answeredLastAt(await store.eventsAfter(id, boundarySeq));
        if (at === undefined || offer?.isOpen) return;
        if (now() < at + quietMs) throw new NotBefore(at + quietMs);
        const current = await settings.current();
        if (current.askForRating === "everyone") await ask(conversation, "assistant", current);
      },
    },
  ];

  async function ask(conversation: Conversation, of: RatedParty, current: Settings): Promise<void> {
    const { id: conversationId, generation, visitor } = conversation;
    const { ratingQuestion } = messagesFor(current, visitor.language);
    await conversations.askForRating({
      ...{ conversationId, generation, of },
      sentence: ratingQuestion || ratingWordsIn(visitor.language).question,
      source: { via: "ratings", externalId: `${conversationId}/${generation}` },
    });
  }
}

const isClosing = ({ type }: Happening) => type === "conversation.closed";

const isAnswer = (event: Happening) =>
  event.type === "message.posted" && event.message.author.kind === "assistant" && !event.message.note;
