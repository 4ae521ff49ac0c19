import type { KnownBlock } from "@slack/types";
import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { sentSuggestions, suggestionIn } from "../../../conversation/suggestions.ts";
import type { Dialog } from "../shortcuts/dialog.ts";
import { inert } from "../text/escape.ts";

export interface SuggestionDialogOptions {
  conversations: Conversations;
  store: Pick<ConversationStore, "eventsAfter">;
}

const field = "text";
/** Slack's own for a text field. */
const maxLength = 3_000;

/** The words of a suggestion, to be changed and sent as the agent's own. */
export function createSuggestionDialog({ conversations, store }: SuggestionDialogOptions): Dialog {
  return {
    title: "Edit and send",
    callbackId: "handoff_suggestion_sent",

    async view(conversation, suggestionId = "") {
      const events = await store.eventsAfter(conversation.id, 0);
      const suggestion = suggestionIn(conversation, events, suggestionId);
      const sent = sentSuggestions(events).get(suggestionId);
      if (sent) return { blocks: [says(`${inert(sent.by.name)} has sent this suggestion already.`)] };
      if (!suggestion) return { blocks: [says(noLonger)] };
      if (conversation.status === "closed")
        return { blocks: [says("This conversation is closed. Reopen it to reply.")] };
      return { submit: "Send", blocks: [input(suggestion.text)] };
    },

    async submit({ conversationId, about: suggestionId = "", agent, filled }) {
      const text = filled[field]?.text ?? "";
      try {
        await conversations.sendSuggestion({ conversationId, suggestionId, agent, text });
        return undefined;
      } catch (error) {
        if (!(error instanceof ConversationError)) throw error;
        return { [field]: error.message };
      }
    },
  };
}

export const noLonger = "This suggestion is no longer there. Write the reply in the thread.";

const says = (text: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});

const input = (text: string): KnownBlock => ({
  type: "input",
  block_id: field,
  label: { type: "plain_text", text: "Reply" },
  hint: { type: "plain_text", text: "Change it as you like: this is what the visitor reads." },
  element: {
    type: "plain_text_input",
    action_id: "text",
    multiline: true,
    max_length: maxLength,
    initial_value: text.slice(0, maxLength),
  },
});
