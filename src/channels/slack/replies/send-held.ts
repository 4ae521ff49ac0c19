import type { HeldReplies, HeldReply } from "../../../conversation/held-replies.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore, Recorded } from "../../../conversation/store.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findMessage } from "./find-message.ts";
import type { Recording } from "./recording.ts";
import { actOn, addressIn } from "./source.ts";

export interface SendHeldOptions {
  heldReplies: HeldReplies;
  conversations: Conversations;
  store: ConversationStore;
  recording: Recording;
}

export type SendHeld = ReturnType<typeof createSendHeld>;

/** Sends a reply that was held, in its last words. Nothing happens when it was sent, kept or deleted meanwhile. */
export function createSendHeld({ heldReplies, conversations, store, recording }: SendHeldOptions) {
  return async (held: HeldReply, workspace: Workspace): Promise<Recorded> => {
    const recorded = await recording.send(held, workspace);
    await asLastWritten(held);
    await heldReplies.drop(held.source);
    return recorded;
  };

  /** It may have been edited between being read and being sent; words its author is asked about are not sent. */
  async function asLastWritten({ source, agent, text, reason }: HeldReply): Promise<void> {
    const last = await heldReplies.find(source);
    if (!last || last.text === text || last.reason !== reason) return;
    const found = await findMessage(store, source);
    if (!found?.now) return;
    const { conversationId } = found;
    const messageId = found.now.message.id;
    const { teamId, ...address } = addressIn(source);
    await conversations.edit({
      ...{ conversationId, messageId, text: last.text, files: last.files },
      by: { kind: "agent", ...agent },
      source: actOn(teamId, address, "released"),
    });
  }
}
