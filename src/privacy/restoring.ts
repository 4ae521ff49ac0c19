import { messageIn } from "../conversation/as-it-stands.ts";
import type { Conversations } from "../conversation/index.ts";
import type { ConversationStore } from "../conversation/store.ts";
import type { Outcome } from "../conversation/translate.ts";
import { masked } from "./masking/masked.ts";
import { restored } from "./masking/restored.ts";

/** Verbs for whoever was shown masked words only: what they made of those is recorded with what the masks stand for. */
export function restoring(
  conversations: Conversations,
  store: Pick<ConversationStore, "eventsAfter">,
): Conversations {
  return {
    ...conversations,

    async translate({ outcomes, ...translated }) {
      const events = await store.eventsAfter(translated.conversationId, 0);
      const whole = outcomes.map((outcome): Outcome => {
        const original = messageIn(events, outcome.messageId)?.message.text;
        if (original === undefined || original === outcome.of || masked(original) !== outcome.of)
          return outcome;
        const { translation } = outcome;
        if (translation.state !== "done") return { ...outcome, of: original };
        const text = restored(translation.text, original);
        return { ...outcome, of: original, translation: { ...translation, text } };
      });
      return conversations.translate({ ...translated, outcomes: whole });
    },
  };
}
