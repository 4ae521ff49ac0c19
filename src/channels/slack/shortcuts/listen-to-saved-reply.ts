import type { App, Context, ViewOutput } from "@slack/bolt";
import type { ConversationStore } from "../../../conversation/store.ts";
import { createTurns } from "../../../conversation/turns.ts";
import type { Log } from "../../../log.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fromMemory } from "./memory.ts";
import { modal } from "./modal.ts";
import { pickSavedReply, type SavedReplyDialog } from "./saved-reply-dialog.ts";

export interface SavedReplyListeners {
  savedReply: SavedReplyDialog;
  store: Pick<ConversationStore, "find">;
  log: Log;
}

/** Shows the words of the saved reply that was chosen, ready to be changed. */
export function listenToSavedReply(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  { savedReply, store, log }: SavedReplyListeners,
): void {
  // Whoever chooses twice in a row sees their last choice.
  const inTurn = createTurns();

  bolt.action(
    { type: "block_actions", action_id: pickSavedReply },
    async ({ ack, body, action, context }) => {
      await ack();
      const { view } = body;
      const index = action.type === "static_select" ? action.selected_option?.value : undefined;
      if (!view || index === undefined) return;
      const workspace = await where(context);
      inTurn(view.id, () => show(view, index, body.user.id, workspace)).catch((error: unknown) =>
        log.warn("slack: a saved reply could not be shown", { error }),
      );
    },
  );

  async function show(view: ViewOutput, index: string, userId: string, workspace: Workspace): Promise<void> {
    const { conversationId } = fromMemory(view.private_metadata);
    const conversation = await store.find(conversationId);
    if (!conversation) return;
    const { teamId } = await workspace.identity();
    const agent = await workspace.directory.agent(teamId, userId);
    const picked = await savedReply.picked(index, conversation, { agent });
    await workspace.api.updateView(view.id, modal(savedReply, picked, view.private_metadata));
  }
}
