import type { App, Context } from "@slack/bolt";
import type { HeldReplies } from "../../../conversation/held-replies.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { TranslationDesk } from "../../../conversation/switch-translation.ts";
import type { Copies, Threads } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import type { Mailer } from "../../../mail/mail.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import { createActs } from "../card/acts.ts";
import { createCardButtons } from "../card/card-buttons.ts";
import type { Cards } from "../card/cards.ts";
import { listenToCard } from "../card/listen-to-card.ts";
import { createWhyNot } from "../card/why-not.ts";
import { listenToSuggestions } from "../suggestions/listen-to-suggestions.ts";
import { createSuggestionButtons } from "../suggestions/suggestion-buttons.ts";
import { createSuggestionDialog } from "../suggestions/suggestion-dialog.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createBlockDialog } from "./block-dialog.ts";
import { createDialogs } from "./dialogs.ts";
import { listenToDialogs } from "./listen-to-dialogs.ts";
import { listenToSavedReply } from "./listen-to-saved-reply.ts";
import { listenToShortcuts } from "./listen-to-shortcuts.ts";
import { createMadeInternal } from "./made-internal.ts";
import { createSavedReplyDialog } from "./saved-reply-dialog.ts";
import { createShortcuts } from "./shortcuts.ts";
import { createTranscriptDialog } from "./transcript-dialog.ts";

export interface ControlsOptions {
  conversations: Conversations;
  store: ConversationStore;
  threads: Threads;
  copies: Copies;
  heldReplies: HeldReplies;
  cards: Cards;
  translation?: TranslationDesk | undefined;
  settings: SettingsDesk;
  /** None: transcripts cannot be sent, and whoever tries is told what to set. */
  mailer?: Mailer | undefined;
  publicUrl: string;
  log: Log;
}

/** Everything that can be done to a conversation in Slack by pressing something: on its card, or in a message's menu. */
export function createControls(options: ControlsOptions) {
  const { store, cards, log } = options;
  const acts = createActs(options);
  const whyNot = createWhyNot(options);
  const savedReply = createSavedReplyDialog(options);
  const transcript = createTranscriptDialog({ ...options, mailer: options.mailer });
  const dialogs = createDialogs({
    all: {
      savedReply,
      transcript,
      block: createBlockDialog({ acts }),
      suggestion: createSuggestionDialog(options),
    },
    ...{ store, whyNot, log },
  });
  const buttons = createCardButtons({ acts, dialogs, whyNot });
  const suggestions = createSuggestionButtons({ ...options, dialogs, whyNot });
  const shortcuts = createShortcuts({
    ...options,
    ...{ acts, dialogs, whyNot },
    madeInternal: createMadeInternal(options),
  });

  return {
    listen(bolt: App, where: (context: Context) => Promise<Workspace>): void {
      listenToCard(bolt, where, { buttons, log });
      listenToSuggestions(bolt, where, { suggestions, log });
      listenToShortcuts(bolt, where, { shortcuts, log });
      listenToDialogs(bolt, where, { dialogs, cards, whyNot, log });
      listenToSavedReply(bolt, where, { savedReply, store, log });
    },

    /** Resolves when what was begun is done. */
    stop: transcript.sent,
  };
}

export type Controls = ReturnType<typeof createControls>;
