import { ConversationError } from "../../../conversation/errors.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Log } from "../../../log.ts";
import type { Asking } from "../card/asking.ts";
import type { WhyNot } from "../card/why-not.ts";
import { escaped } from "../text/escape.ts";
import type { Dialog } from "./dialog.ts";
import { toMemory } from "./memory.ts";
import { modal, sentence } from "./modal.ts";

export type DialogName = "savedReply" | "transcript" | "block" | "suggestion";

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

    /** `find` resolves to nothing where there is no conversation; `about` is what in it the dialog is about. */
    open(name: DialogName, asking: Asking, find: () => Promise<string | undefined>, about?: string): void {
      void opened({ dialog: all[name], asking, find, about }).catch((error: unknown) => {
        log.warn("slack: a dialog could not be shown", { error });
        asking.tell("Slack did not show the dialog in time. Please try again.");
      });
    },
  };

  async function opened(opening: Opening): Promise<void> {
    const { dialog, asking } = opening;
    const { api } = asking.workspace;
    const view = await api.openView(asking.triggerId, sentence(dialog, "One moment…"));
    if (!view?.id) throw new Error("Slack did not say which view it opened.");
    await api.updateView(view.id, await content(opening));
  }

  async function content({ dialog, asking, find, about }: Opening) {
    try {
      const refusal = await whyNot(asking);
      if (refusal) return sentence(dialog, refusal);
      const conversationId = await find();
      if (!conversationId) return sentence(dialog, noConversation);
      const elsewhere = await whyNot(asking, conversationId);
      if (elsewhere) return sentence(dialog, elsewhere);
      const conversation = await store.find(conversationId);
      if (!conversation) return sentence(dialog, "This conversation no longer exists.");
      const memory = toMemory({ conversationId, spot: asking.spot, about });
      return modal(dialog, await dialog.view(conversation, about), memory);
    } catch (error) {
      if (!(error instanceof ConversationError)) log.error("slack: a dialog could not be filled", { error });
      const why = error instanceof ConversationError ? error.message : "Something went wrong here.";
      return sentence(dialog, `${escaped(why)} Close this and try again.`);
    }
  }
}

interface Opening {
  dialog: Dialog;
  asking: Asking;
  find: () => Promise<string | undefined>;
  about: string | undefined;
}

export const noConversation =
  "This message does not belong to a visitor's conversation. Choose a message in one of the threads this app has opened.";
