import { asItStands } from "../../conversation/as-it-stands.ts";
import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../../conversation/events.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Delivery, Listener } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Outcome } from "../../conversation/translate.ts";
import type { Log } from "../../log.ts";
import type { Model } from "../model.ts";
import { nextBatch, type Posted, wanted } from "./batch.ts";
import { outcomesOf } from "./outcomes.ts";

export interface TranslatorOptions {
  conversations: Pick<Conversations, "translate">;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  /** None: what waits for a translation goes on without one, and the team is told what to set. */
  model: Model | undefined;
  newId: () => string;
  log: Log;
}

const name = "translator";

/** Gives the team and the visitor each other's words in their own language. What waits for it never waits for long. */
export function createTranslator({ conversations, store, model, newId, log }: TranslatorOptions): Listener {
  return {
    name,
    audience: "visitor",
    isSlow: true,
    concerns: (_conversation, happenings) => happenings.some(isWork),

    async hear(delivery) {
      const { id: conversationId } = delivery.conversation;
      const isAskedAgain = delivery.events.some(isSwitchedOn);
      const stillHere = () => delivery.heard((delivery.events[0]?.seq ?? 1) - 1);
      const known = new Map<string, Outcome>();

      for (;;) {
        const { conversation, events } = await read(delivery);
        const left = wanted(events, conversation).filter(
          (post) => post.message.translation?.state !== "failed" || (isAskedAgain && !known.has(keyOf(post))),
        );
        if (left.length === 0) return;

        const missing = left.filter((post) => !known.has(keyOf(post)));
        const batch = missing.length > 0 ? nextBatch(missing, events) : undefined;
        const made = batch && (await outcomesOf({ model, batch, conversation, events, stillHere, log }));
        batch?.posts.forEach((post, index) => {
          const outcome = made?.outcomes[index];
          if (outcome) known.set(keyOf(post), outcome);
        });

        const { fresh } = await conversations.translate({
          conversationId,
          outcomes: left.flatMap((post) => known.get(keyOf(post)) ?? []),
          visitorLanguage: made?.visitorLanguage,
          source: { via: name, externalId: `${conversationId}/${newId()}` },
        });
        if (!fresh && !batch) throw new Error("Translations are there, and none of them could be added.");
        await stillHere();
      }
    },
  };

  async function read({ conversation: { id }, conversation }: Delivery): Promise<{
    conversation: Conversation;
    events: ConversationEvent[];
  }> {
    const events = asItStands(await store.eventsAfter(id, 0));
    return { conversation: (await store.find(id)) ?? conversation, events };
  }
}

/** The same words of the same message. */
const keyOf = ({ message }: Posted) => `${message.id}\n${message.text}`;

const isSwitchedOn = (happening: Happening) =>
  happening.type === "conversation.translationSwitched" && happening.isOn;

const isWork = (happening: Happening) =>
  isSwitchedOn(happening) ||
  ((happening.type === "message.posted" || happening.type === "message.edited") &&
    happening.message.translation?.state === "awaited");
