import type { App, Context } from "@slack/bolt";
import type { createCommand } from "./admin/command.ts";
import { cardActions } from "./card/card-actions.ts";
import type { createCardButtons } from "./card/card-buttons.ts";
import type { createReplies } from "./replies/replies.ts";
import type { Workspace } from "./workspace/workspace.ts";
import type { Workspaces } from "./workspace/workspaces.ts";

export interface InboundOptions {
  workspaces: Workspaces;
  replies: ReturnType<typeof createReplies>;
  buttons: ReturnType<typeof createCardButtons>;
  command: ReturnType<typeof createCommand>;
}

/** Everything the app listens to in Slack. What throws here is not acknowledged, so Slack sends it again. */
export function listen(bolt: App, { workspaces, replies, buttons, command }: InboundOptions): void {
  const where = async ({ teamId = "" }: Context): Promise<Workspace> => {
    const workspace = await workspaces.byTeam(teamId);
    if (!workspace) throw new Error(`Slack workspace ${teamId} is not connected.`);
    return workspace;
  };

  bolt.message(async ({ message, context }) => replies(message, await where(context)));

  for (const actionId of Object.values(cardActions))
    bolt.action(
      { type: "block_actions", action_id: actionId },
      async ({ ack, body, action, respond, context }) => {
        const workspace = await where(context);
        if (action.type === "button") await buttons({ body, action, respond, workspace });
        await ack();
      },
    );

  bolt.command("/handoff", async ({ ack, command: { user_id: userId, text }, context }) => {
    const workspace = await where(context);
    await ack({ response_type: "ephemeral", text: await command({ userId, text, workspace }) });
  });
}
