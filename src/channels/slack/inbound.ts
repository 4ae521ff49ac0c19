import type { App } from "@slack/bolt";
import type { createCommand } from "./admin/command.ts";
import type { createCardButtons } from "./card/card-buttons.ts";
import { cardActions } from "./card/root-card.ts";
import type { createReplies } from "./replies/replies.ts";

export interface InboundOptions {
  replies: ReturnType<typeof createReplies>;
  buttons: ReturnType<typeof createCardButtons>;
  command: ReturnType<typeof createCommand>;
}

/** Everything the app listens to in Slack. What throws here is not acknowledged, so Slack sends it again. */
export function listen(bolt: App, { replies, buttons, command }: InboundOptions): void {
  bolt.message(async ({ message }) => replies(message));

  for (const actionId of Object.values(cardActions))
    bolt.action({ type: "block_actions", action_id: actionId }, async ({ ack, body, action, respond }) => {
      if (action.type === "button") await buttons({ body, action, respond });
      await ack();
    });

  bolt.command("/handoff", async ({ ack, command: { user_id: userId, text } }) => {
    await ack({ response_type: "ephemeral", text: await command({ userId, text }) });
  });
}
