import type { App, Context } from "@slack/bolt";
import type { createAdmin } from "./admin/index.ts";
import { cardActions } from "./card/card-actions.ts";
import type { createCardButtons } from "./card/card-buttons.ts";
import { listenToReplies } from "./replies/listen-to-replies.ts";
import type { Replies } from "./replies/replies.ts";
import type { Workspace } from "./workspace/workspace.ts";
import type { Workspaces } from "./workspace/workspaces.ts";

export interface InboundOptions {
  workspaces: Workspaces;
  replies: Replies;
  buttons: ReturnType<typeof createCardButtons>;
  admin: ReturnType<typeof createAdmin>;
}

/** Everything the app listens to in Slack. What throws here is not acknowledged, so Slack sends it again. */
export function listen(bolt: App, { workspaces, replies, buttons, admin }: InboundOptions): void {
  const where = async ({ teamId = "" }: Context): Promise<Workspace> => {
    const workspace = await workspaces.byTeam(teamId);
    if (!workspace) throw new Error(`Slack workspace ${teamId} is not connected.`);
    return workspace;
  };

  listenToReplies(bolt, where, replies);

  for (const actionId of Object.values(cardActions))
    bolt.action(
      { type: "block_actions", action_id: actionId },
      async ({ ack, body, action, respond, context }) => {
        const workspace = await where(context);
        if (action.type === "button") await buttons({ body, action, respond, workspace });
        await ack();
      },
    );

  admin.listen(bolt, where);
}
