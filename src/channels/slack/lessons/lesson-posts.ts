import { NotBefore } from "../../../conversation/listener.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Proposal } from "../../../knowledge/ports.ts";
import { toMetadata } from "../posts/metadata.ts";
import { decodeThread, encodeThread } from "../replies/thread.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { lessonPost } from "./lesson-post.ts";

/** Proposals as posts in the threads they were learned in. */
export interface LessonPosts {
  /** Posts it once; `uncertain`: it may have been posted already without our learning of it. */
  show(proposal: Proposal, uncertain: boolean): Promise<void>;
  /** Shows who decided, and takes the buttons away. */
  decided(proposal: Proposal): Promise<void>;
}

/** Under this name a proposal's post is kept, as a thread is under the channel's own. */
const channelName = "slack-lessons";

/** Marks a post as this proposal's: it says nothing of the conversation, so it is no part of its copies. */
const markOf = ({ id }: Proposal) => {
  const only = { seq: 1, part: 1 };
  return { conversation: `lesson/${id}`, from: only, to: only };
};

/** So long the thread may still be on its way; a conversation that has none after that is not in Slack. */
const threadComesWithinMs = 10 * 60_000;
const lookAgainMs = 500;

export interface LessonPostsOptions {
  workspaces: Workspaces;
  threads: Pick<Threads, "find" | "link">;
  now: () => number;
}

export function createLessonPosts({ workspaces, threads, now }: LessonPostsOptions): LessonPosts {
  return {
    async show(proposal, uncertain) {
      if (await threads.find(channelName, proposal.id)) return;
      const place = await threads.find("slack", proposal.conversationId);
      if (!place && now() - proposal.at < threadComesWithinMs)
        throw new NotBefore(now() + lookAgainMs, "The conversation's thread is not there yet.");
      if (!place) return;
      const thread = decodeThread(place);
      const workspace = await workspaces.byTeam(thread.team);
      if (!workspace) return;

      const mark = markOf(proposal);
      const found = uncertain
        ? await workspace.readBack.inThread(thread, mark.conversation, await workspace.identity())
        : undefined;
      const ts =
        found?.posts.at(0)?.ts ??
        (await workspace.poster.post({
          ...{ channel: thread.channel, ...lessonPost(proposal), mark },
          thread: { ts: thread.ts, isBroadcast: false },
        }));
      await threads.link(channelName, proposal.id, encodeThread({ ...thread, ts }));
    },

    async decided(proposal) {
      const place = await threads.find(channelName, proposal.id);
      if (!place) return;
      const { team, channel, ts } = decodeThread(place);
      const workspace = await workspaces.byTeam(team);
      await workspace?.calls.make(() =>
        workspace.api.update({
          channel,
          ts,
          ...lessonPost(proposal),
          metadata: toMetadata(markOf(proposal)),
        }),
      );
    },
  };
}
