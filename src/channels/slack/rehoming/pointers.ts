import type { KnownBlock } from "@slack/types";
import { NotBefore } from "../../../conversation/listener.ts";
import type { Log } from "../../../log.ts";
import { fromMetadata, type Mark, start, toMetadata } from "../posts/metadata.ts";
import type { SlackThread } from "../replies/thread.ts";
import { isOurs } from "../workspace/identity.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";

export interface PointersOptions {
  workspaces: Workspaces;
  log: Log;
}

/** Lets people find their way between the threads of one conversation, in both directions. Each pointer is posted once. */
export function createPointers({ workspaces, log }: PointersOptions) {
  return {
    /** The first post under the new card. */
    async back(conversation: string, old: SlackThread, young: SlackThread): Promise<void> {
      const workspace = await workspaces.byTeam(young.team);
      if (!workspace) return;
      const mark = { conversation, from: start, to: start };
      await say(workspace, young, mark, `Continued from ${await linkTo(old, "an earlier thread")}.`);
    },

    /** The last post in the old thread, if it still takes one. */
    async forth(conversation: string, old: SlackThread, young: SlackThread): Promise<void> {
      const mark = { conversation, from: start, to: { seq: 0, part: 2 } };
      try {
        const workspace = await workspaces.byTeam(old.team);
        if (!workspace || workspace.calls.isTokenRefused()) return;
        const link = await linkTo(young, "a new thread");
        await say(
          workspace,
          old,
          mark,
          `Continued in ${link}. What is written here still reaches the visitor.`,
        );
        await retire(workspace, old, { conversation, text: `This conversation goes on in ${link}.` });
      } catch (error) {
        if (error instanceof NotBefore) throw error;
        log.debug("slack: the old thread does not say where it goes on", { conversation, error });
      }
    },
  };

  async function say(workspace: Workspace, thread: SlackThread, mark: Mark, text: string): Promise<void> {
    if (await isSaid(workspace, thread, mark)) return;
    await workspace.poster.post({
      channel: thread.channel,
      thread: { ts: thread.ts, isBroadcast: false },
      ...{ text, mark },
    });
  }

  /** A card that is left behind would go on saying what was true then, and offer its buttons. */
  async function retire(
    { api, calls }: Workspace,
    { channel, ts }: SlackThread,
    { conversation, text }: { conversation: string; text: string },
  ): Promise<void> {
    const blocks: KnownBlock[] = [{ type: "section", text: { type: "mrkdwn", text } }];
    const metadata = toMetadata({ conversation, from: start, to: start });
    await calls.make(() => api.update({ channel, ts, text, blocks, metadata }));
  }

  async function isSaid(
    { api, calls, identity }: Workspace,
    { channel, ts }: SlackThread,
    { conversation, to }: Mark,
  ): Promise<boolean> {
    const self = await identity();
    for (let cursor: string | undefined; ; ) {
      const page = await calls.make(() => api.replies({ channel, ts, ...(cursor ? { cursor } : {}) }));
      const isThere = (page.messages ?? []).some((message) => {
        const mark = isOurs(message, self) && message.ts !== ts ? fromMetadata(message.metadata) : undefined;
        return mark?.conversation === conversation && mark.to.seq === 0 && mark.to.part === to.part;
      });
      if (isThere) return true;
      cursor = page.response_metadata?.next_cursor;
      if (!cursor) return false;
    }
  }

  /** A mrkdwn link; the bare words where Slack has none, as for a deleted message. */
  async function linkTo({ team, channel, ts }: SlackThread, words: string): Promise<string> {
    const workspace = await workspaces.byTeam(team);
    const url = await workspace?.api.permalink({ channel, ts }).catch(() => undefined);
    return url ? `<${url}|${words}>` : words;
  }
}
