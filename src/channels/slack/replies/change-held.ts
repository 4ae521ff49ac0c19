import type { HeldReplies, HeldReply } from "../../../conversation/held-replies.ts";
import type { AgentReply } from "../../../conversation/reply.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Asking } from "./asking.ts";
import { type LooksOf, looksInternal } from "./looks-internal.ts";
import { noteIn } from "./note-prefix.ts";
import type { Recording } from "./recording.ts";

export interface ChangeHeldOptions {
  store: ConversationStore;
  heldReplies: HeldReplies;
  recording: Recording;
  asking: Asking;
}

/** An edit of what nobody was sent yet: the visitor will see the last words only, or none. */
export function createChangeHeld({ store, heldReplies, recording, asking }: ChangeHeldOptions) {
  /** Returns whether that was all there was to do: it may have been sent in the same moment. */
  return async (
    held: HeldReply,
    said: AgentReply,
    looks: LooksOf,
    workspace: Workspace,
  ): Promise<boolean> => {
    const { source } = held;
    const note = noteIn(said.text);
    if (note !== undefined) {
      const { fresh } = await recording.keep({ ...said, text: note }, workspace);
      await heldReplies.drop(source);
      return fresh;
    }
    const isInDoubt = held.reason === "note" || looksInternal(looks);
    // Whoever sends it in this moment must not come upon words that are in doubt.
    if (held.reason === "undo" && isInDoubt) await heldReplies.drop(source);
    else await heldReplies.change(source, said);
    if (await store.recorded(source)) return false;
    if (!isInDoubt) return true;

    const asked: HeldReply = { ...said, reason: "note" };
    if (held.reason === "undo") await heldReplies.hold(asked);
    asking.ask(asked, workspace);
    return true;
  };
}
