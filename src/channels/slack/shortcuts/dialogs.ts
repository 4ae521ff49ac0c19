import { ConversationError } from "../../../conversation/errors.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Log } from "../../../log.ts";
import type { Asking } from "../card/asking.ts";
import type { WhyNot } from "../card/why-not.ts";
import { escaped } from "../text/escape.ts";
import type { Dialog } from "./dialog.ts";
import { toMemory } from "./memory.ts";
import { modal, sentence } from "./modal.ts";

export type DialogName = "savedReply" | "transcript" | "block";

export interface DialogsOptions {
  all: Record<DialogName, Dialog>;
  store: Pick<ConversationStore, "find">;
  whyNot: WhyNot;
  log: Log;
}

export type Dialogs = ReturnType<typeof createDialogs>;

/** Opens modals about a conversation: at once, as Slack insists, and filled when their content is known. */
export function createDialogs({ all, store, whyNot, log }: DialogsOptions) {
  return {
    all,

    /** `find` resolves to nothing where there is no conversation. */
    open(name: DialogName, asking: Asking, find: () => Promise<string | undefined>): void {
      void opened(all[name], asking, find).catch((error: unknown) => {
        log.warn("slack: a dialog could not be shown", { error });
        asking.tell("Slack did not show the dialog in time. Please try again.");
      });
    },
  };

  async function opened(
    dialog: Dialog,
    asking: Asking,
    find: () => Promise<string | undefined>,
  ): Promise<void> {
    const { api } = asking.workspace;
    const view = await api.openView(asking.triggerId, sentence(dialog, "One moment…"));
    if (!view?.id) throw new Error("Slack did not say which view it opened.");
    await api.updateView(view.id, await content(dialog, asking, find));
  }

  async function content(dialog: Dialog, asking: Asking, find: () => Promise<string | undefined>) {
    try {
      const refusal = await whyNot(asking);
      if (refusal) return sentence(dialog, refusal);
      const conversationId = await find();
      if (!conversationId) return sentence(dialog, noConversation);
      const elsewhere = await whyNot(asking, conversationId);
      if (elsewhere) return sentence(dialog, elsewhere);
      const conversation = await store.find(conversationId);
      if (!conversation) return sentence(dialog, "This conversation no longer exists.");
      return modal(dialog, await dialog.view(conversation), toMemory(conversationId, asking.spot));
    } catch (error) {
      if (!(error instanceof ConversationError)) log.error("slack: a dialog could not be filled", { error });
      const why = error instanceof ConversationError ? error.message : "Something went wrong here.";
      return sentence(dialog, `${escaped(why)} Close this and try again.`);
    }
  }
}

export const noConversation =
  "This message does not belong to a visitor's conversation. Choose a message in one of the threads this app has opened.";
