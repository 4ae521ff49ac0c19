import type { BlockAction, ButtonAction, RespondFn } from "@slack/bolt";
import { ConversationError } from "../../../conversation/errors.ts";
import type { HeldReplies, HeldReply } from "../../../conversation/held-replies.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { escaped } from "../text/escape.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { heldActions } from "./asking.ts";
import { findMessage } from "./find-message.ts";
import type { Recording } from "./recording.ts";
import { refusal } from "./refusal.ts";
import type { SendHeld } from "./send-held.ts";

export interface AnswersOptions {
  heldReplies: HeldReplies;
  store: ConversationStore;
  recording: Recording;
  sendHeld: SendHeld;
}

export interface Answer {
  body: BlockAction;
  action: ButtonAction;
  respond: RespondFn;
  workspace: Workspace;
}

/** What an agent says when asked whom their words are for. The first answer counts; a later one is told how it stands. */
export function createAnswers({ heldReplies, store, recording, sendHeld }: AnswersOptions) {
  return async ({ body, action, respond, workspace }: Answer): Promise<void> => {
    const { teamId } = await workspace.identity();
    const source = { via: "slack", externalId: action.value ?? "" };
    if (!source.externalId.startsWith(`${teamId}/`)) return;
    const held = await heldReplies.find(source);
    const isTheirs = held && (await workspace.directory.userOf(held.agent)) === body.user.id;
    if (held && !isTheirs) return show(`Only ${escaped(held.agent.name)}, who wrote this, can decide.`);
    if (!held) return show(await asItIs());
    try {
      await show(await decided(held, action.action_id));
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      await show(refusal(error, "Send to the visitor"), { isFinal: false });
    }

    async function decided(reply: HeldReply, decision: string): Promise<string> {
      const isSending = decision === heldActions.send;
      const { fresh } = await (isSending ? sendHeld : recording.keep)(reply, workspace);
      if (!isSending) await heldReplies.drop(source);
      if (!fresh) return asItIs();
      return isSending ? "✅ Sent to the visitor." : "🔒 Kept internal. The visitor was not sent it.";
    }

    async function asItIs(): Promise<string> {
      const found = await findMessage(store, source);
      if (!found?.now) return "This was deleted. The visitor was not sent it.";
      return found.now.message.note
        ? "🔒 This is internal already. The visitor was not sent it."
        : "✅ This was sent to the visitor already.";
    }

    /** In place of the question, unless it can still be answered. */
    async function show(text: string, { isFinal = true } = {}): Promise<void> {
      if (body.response_url) await respond({ response_type: "ephemeral", replace_original: isFinal, text });
    }
  };
}
