import type { KnownBlock } from "@slack/types";
import type { Conversation } from "../../../conversation/conversation.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import { fillIn } from "../../../settings/fill-in.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { SavedReply } from "../../../settings/schema.ts";
import { besideSlack } from "../card/acts.ts";
import type { Dialog, DialogView, Filled } from "./dialog.ts";

export interface SavedReplyDialogOptions {
  conversations: Conversations;
  settings: SettingsDesk;
  publicUrl: string;
}

export const pickSavedReply = "handoff_saved_reply_pick";

export interface SavedReplyDialog extends Dialog {
  /** The view once somebody chose the reply with this number. */
  picked(index: string, conversation: Conversation, asking: { agent: { name: string } }): Promise<DialogView>;
}

/** Chooses one of the team's replies, lets the agent change it, and sends it as theirs. */
export function createSavedReplyDialog(options: SavedReplyDialogOptions): SavedReplyDialog {
  const { conversations, settings, publicUrl } = options;

  return {
    title: "Send a saved reply",
    callbackId: "handoff_saved_reply_sent",

    async view(conversation) {
      const { savedReplies } = await settings.current();
      if (conversation.status === "closed")
        return { blocks: [says("This conversation is closed. Reopen it to reply.")] };
      if (savedReplies.length === 0)
        return {
          blocks: [
            says(`There are no saved replies yet. <${publicUrl}/inbox/settings|Add them in the settings>.`),
          ],
        };
      return form(savedReplies, conversation);
    },

    async picked(index, conversation, { agent }) {
      const { savedReplies } = await settings.current();
      const reply = savedReplies[Number(index)];
      const names = { visitor: conversation.visitor.name, agent: agent.name };
      return form(savedReplies, conversation, reply && { index, text: fillIn(reply.text, names) });
    },

    async submit({ conversationId, agent, teamId, viewId, filled }) {
      const field = textField(filled);
      const source = { via: besideSlack, externalId: `${teamId}/${viewId}` };
      try {
        await conversations.reply({ conversationId, agent, text: filled[field]?.text ?? "", source });
        return undefined;
      } catch (error) {
        if (!(error instanceof ConversationError)) throw error;
        return { [field]: error.message };
      }
    },
  };
}

/** Slack keeps what stands in a field as long as its id stays, so each choice gets a field of its own. */
const fieldPrefix = "text";
const textField = (filled: Filled) =>
  Object.keys(filled).find((id) => id.startsWith(fieldPrefix)) ?? fieldPrefix;

const says = (text: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});

function form(
  replies: readonly SavedReply[],
  { repliesTo }: Conversation,
  chosen?: { index: string; text: string },
): DialogView {
  const options = replies.map(({ name }, index) => ({
    text: { type: "plain_text" as const, text: name, emoji: false },
    value: String(index),
  }));
  const initial = chosen && options[Number(chosen.index)];
  return {
    submit: "Send",
    blocks: [
      {
        type: "input",
        block_id: "reply",
        label: { type: "plain_text", text: "Saved reply" },
        optional: true,
        dispatch_action: true,
        element: {
          type: "static_select",
          action_id: pickSavedReply,
          placeholder: { type: "plain_text", text: "Choose one" },
          options,
          ...(initial ? { initial_option: initial } : {}),
        },
      },
      {
        type: "input",
        block_id: chosen ? `${fieldPrefix}_${chosen.index}` : fieldPrefix,
        label: { type: "plain_text", text: "Reply" },
        hint: { type: "plain_text", text: "Change it as you like: this is what the visitor reads." },
        element: {
          type: "plain_text_input",
          action_id: "text",
          multiline: true,
          max_length: 3_000,
          ...(chosen ? { initial_value: chosen.text.slice(0, 3_000) } : {}),
        },
      },
      ...(repliesTo === "team"
        ? [says(":lock: Replies in the thread are internal. This one goes to the visitor all the same.")]
        : []),
    ],
  };
}
