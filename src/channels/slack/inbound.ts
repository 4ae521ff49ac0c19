import type { App, Context } from "@slack/bolt";
import type { createAdmin } from "./admin/index.ts";
import { type LessonListeners, listenToLessons } from "./lessons/listen-to-lessons.ts";
import { listenToRetry } from "./receipts/listen-to-retry.ts";
import { listenToReplies } from "./replies/listen-to-replies.ts";
import type { Replies } from "./replies/replies.ts";
import type { Controls } from "./shortcuts/controls.ts";
import type { Workspace } from "./workspace/workspace.ts";
import type { Workspaces } from "./workspace/workspaces.ts";

export interface InboundOptions {
  workspaces: Workspaces;
  replies: Replies;
  controls: Controls;
  admin: ReturnType<typeof createAdmin>;
  lessons: LessonListeners | undefined;
}

/** Everything the app listens to in Slack. What throws here is not acknowledged, so Slack sends it again. */
export function listen(bolt: App, { workspaces, replies, controls, admin, lessons }: InboundOptions): void {
  const where = async ({ teamId = "" }: Context): Promise<Workspace> => {
    const workspace = await workspaces.byTeam(teamId);
    if (!workspace) throw new Error(`Slack workspace ${teamId} is not connected.`);
    return workspace;
  };

  listenToReplies(bolt, where, replies);
  listenToRetry(bolt, where, replies.retry);
  controls.listen(bolt, where);
  admin.listen(bolt, where);
  if (lessons) listenToLessons(bolt, where, lessons);
}
