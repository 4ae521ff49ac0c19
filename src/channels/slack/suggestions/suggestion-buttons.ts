import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { suggestionIn } from "../../../conversation/suggestions.ts";
import type { Asking } from "../card/asking.ts";
import type { Cards } from "../card/cards.ts";
import type { WhyNot } from "../card/why-not.ts";
import type { Dialogs } from "../shortcuts/dialogs.ts";
import { escaped } from "../text/escape.ts";
import { fromValue, type SuggestionAddress, suggestionActions } from "./suggestion-actions.ts";
import { noLonger } from "./suggestion-dialog.ts";

export interface SuggestionButtonsOptions {
  conversations: Conversations;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  dialogs: Dialogs;
  cards: Pick<Cards, "refresh">;
  whyNot: WhyNot;
}

/** Sends what the assistant suggested, as it stands or once it was changed. Resolves when it is sent, or somebody was told why not. */
export function createSuggestionButtons(options: SuggestionButtonsOptions) {
  const { conversations, store, dialogs, cards, whyNot } = options;

  return async (actionId: string, value: string, asking: Asking): Promise<void> => {
    const address = fromValue(value);
    if (!address) asking.tell(noLonger);
    else if (actionId === suggestionActions.edit)
      dialogs.open("suggestion", asking, async () => address.conversationId, address.suggestionId);
    else await send(address, asking);
  };

  async function send({ conversationId, suggestionId }: SuggestionAddress, asking: Asking): Promise<void> {
    const [refusal, agent] = await Promise.all([whyNot(asking, conversationId), asking.agent()]);
    if (refusal) return asking.tell(refusal);
    const [conversation, events] = await Promise.all([
      store.find(conversationId),
      store.eventsAfter(conversationId, 0),
    ]);
    const suggestion = conversation && suggestionIn(conversation, events, suggestionId);
    if (!suggestion) return asking.tell(noLonger);
    try {
      await conversations.sendSuggestion({ conversationId, suggestionId, agent, text: suggestion.text });
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      asking.tell(escaped(error.message));
    } finally {
      void cards.refresh(conversationId);
    }
  }
}
