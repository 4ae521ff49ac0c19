import type { App, BlockElementAction, Context } from "@slack/bolt";
import type { Log } from "../../../log.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { askingOf } from "./asking.ts";
import { cardActions } from "./card-actions.ts";
import type { createCardButtons } from "./card-buttons.ts";

export interface CardListeners {
  buttons: ReturnType<typeof createCardButtons>;
  log: Log;
}

/** Hears what is pressed on cards. */
export function listenToCard(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  { buttons, log }: CardListeners,
): void {
  for (const actionId of Object.values(cardActions))
    bolt.action(
      { type: "block_actions", action_id: actionId },
      async ({ ack, body, action, respond, context }) => {
        const asking = await askingOf({
          workspace: await where(context),
          user: body.user,
          triggerId: body.trigger_id,
          press: `${actionId}/${"action_ts" in action ? action.action_ts : body.trigger_id}`,
          spot: { channel: body.channel?.id ?? "" },
          respond: body.response_url ? respond : undefined,
          log,
        });
        await buttons({ actionId, value: pressedValue(action), asking });
        await ack();
      },
    );
}

function pressedValue(action: BlockElementAction): string | undefined {
  if (action.type === "button") return action.value;
  return action.type === "overflow" ? action.selected_option.value : undefined;
}
