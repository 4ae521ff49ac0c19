import type { App, Context } from "@slack/bolt";
import type { Workspace } from "../workspace/workspace.ts";
import { heldActions } from "./asking.ts";
import type { Replies } from "./replies.ts";

/** What people do in threads, as Slack tells it. */
export function listenToReplies(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  replies: Replies,
): void {
  bolt.message(async ({ message, context }) =>
    replies.hear(message, await where(context), { retries: context.retryNum }),
  );

  bolt.event("reaction_added", async ({ event, context }) => replies.react(event, await where(context)));

  bolt.event("file_deleted", async ({ event, context }) =>
    replies.fileDeleted(event.file_id, await where(context)),
  );

  bolt.event("emoji_changed", async ({ context }) => (await where(context)).directory.forgetEmoji());

  for (const actionId of Object.values(heldActions))
    bolt.action(
      { type: "block_actions", action_id: actionId },
      async ({ ack, body, action, respond, context }) => {
        const workspace = await where(context);
        if (action.type === "button") await replies.answer({ body, action, respond, workspace });
        await ack();
      },
    );
}
