import type { ConversationError } from "../../../conversation/errors.ts";
import type { HeldReply } from "../../../conversation/held-replies.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Receipts } from "../receipts/receipts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { createOncePer } from "./once-per.ts";
import { canRetry, notStored, refusal } from "./refusal.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { addressIn } from "./source.ts";
import { decodeThread } from "./thread.ts";

export interface FailingOptions {
  workspaces: Pick<Workspaces, "byTeam">;
  threads: Pick<Threads, "find">;
  /** Marks the message and tells its author. */
  failed: Receipts["failed"];
}

export type Failing = ReturnType<typeof createFailing>;

const rememberedMs = 3_600_000;

/** What people wrote and the visitor does not get: they learn it once for each reason. */
export function createFailing({ workspaces, threads, failed }: FailingOptions) {
  const oncePer = createOncePer();

  return {
    /** A rule of the conversation was against it. */
    refused: (reply: ReplyEvent, workspace: Workspace, error: ConversationError) =>
      say(reply, workspace, { words: refusal(error), canRetry: canRetry(error) }),

    /** It could not be stored however often Slack sent it. */
    lost: (reply: ReplyEvent, workspace: Workspace) =>
      say(reply, workspace, { words: notStored, canRetry: true }),

    /** A rule was against it when its time had come. */
    async refusedLater({ source, agent, conversationId }: HeldReply, error: ConversationError) {
      const { teamId: team, channel, ts } = addressIn(source);
      const thread = await threads.find("slack", conversationId);
      const userId = await (await workspaces.byTeam(team))?.directory.userOf(agent);
      if (!thread || !userId) return;
      const at = { team, channel, ts };
      const root = decodeThread(thread);
      failed({
        ...{ at, userId, words: refusal(error), canRetry: canRetry(error) },
        thread: root.channel === channel ? root.ts : undefined,
      });
    },
  };

  async function say(
    { channel, ts, thread_ts: thread, user: userId }: ReplyEvent,
    workspace: Workspace,
    why: { words: string; canRetry: boolean },
  ): Promise<void> {
    const { teamId: team } = await workspace.identity();
    if (oncePer(`${team}/${channel}/${ts}/${why.words}`, rememberedMs))
      failed({ at: { team, channel, ts }, thread, userId, ...why });
  }
}
