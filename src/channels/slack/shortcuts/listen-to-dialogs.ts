import type { App, Context, ViewOutput, ViewSubmitAction } from "@slack/bolt";
import type { Log } from "../../../log.ts";
import { askingOf } from "../card/asking.ts";
import type { Cards } from "../card/cards.ts";
import type { WhyNot } from "../card/why-not.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Filled } from "./dialog.ts";
import type { Dialogs } from "./dialogs.ts";
import { fromMemory } from "./memory.ts";

export interface DialogListeners {
  dialogs: Dialogs;
  cards: Cards;
  whyNot: WhyNot;
  log: Log;
}

/** Hears what is sent from modals. What a modal does is stored before it closes. */
export function listenToDialogs(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  { dialogs, cards, whyNot, log }: DialogListeners,
): void {
  for (const dialog of Object.values(dialogs.all))
    bolt.view<ViewSubmitAction>(
      { type: "view_submission", callback_id: dialog.callbackId },
      async ({ ack, body, view, context }) => {
        const { conversationId, spot, about } = fromMemory(view.private_metadata);
        const asking = await askingOf({
          workspace: await where(context),
          user: body.user,
          triggerId: body.trigger_id,
          press: view.id,
          respond: undefined,
          ...{ spot, log },
        });
        const [refusal, agent] = await Promise.all([whyNot(asking, conversationId), asking.agent()]);
        const submission = {
          ...asking,
          conversationId,
          viewId: view.id,
          about,
          filled: filledIn(view),
          agent,
        };
        if (refusal) asking.tell(refusal);
        const errors = refusal ? undefined : await dialog.submit(submission);
        void cards.refresh(conversationId);
        await ack(errors ? { response_action: "errors", errors } : undefined);
      },
    );
}

/** What stands in a submitted modal. */
export function filledIn({ state }: ViewOutput): Filled {
  return Object.fromEntries(
    Object.entries(state.values).map(([block, elements]) => {
      const [value] = Object.values(elements);
      const chosen = value?.selected_options?.map((option) => option.value) ?? [];
      return [block, { text: value?.value ?? "", chosen }];
    }),
  );
}
