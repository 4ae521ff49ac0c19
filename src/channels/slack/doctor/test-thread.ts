import type { HeldReplies } from "../../../conversation/held-replies.ts";
import type { ConversationStore, Source } from "../../../conversation/store.ts";
import type { Copies, Threads } from "../../../conversation/threads.ts";
import type { Found } from "../../../health/check.ts";
import { sourceOf } from "../replies/source.ts";
import { decodeThread, type SlackThread } from "../replies/thread.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { type Arrivals, ownEventPrefix } from "./arrivals.ts";
import type { AsSlack } from "./as-slack.ts";
import { createSweep } from "./sweep.ts";
import type { TestGuard } from "./test-guard.ts";

export interface TestThreadOptions {
  workspaces: Workspaces;
  store: ConversationStore;
  threads: Threads;
  copies: Copies;
  heldReplies: HeldReplies;
  arrivals: Arrivals;
  asSlack: AsSlack;
  guard: TestGuard;
  newId: () => string;
  now: () => number;
}

export type TestThread = ReturnType<typeof createTestThread>;

/** The thread of a test handoff: watched from outside, answered in the name of nobody, and taken away again. */
export function createTestThread(options: TestThreadOptions) {
  const { workspaces, store, threads, copies, heldReplies, arrivals, asSlack, guard, newId, now } = options;
  const sweep = createSweep(options);
  const replies = new Map<string, Source>();

  return {
    /** Whether everything up to event `seq` stands in Slack as far as we know. */
    async isPosted(conversationId: string, seq: number): Promise<boolean> {
      const known = await threads.find("slack", conversationId);
      return known !== undefined && (await copies.of("slack", conversationId, seq)).length > 0;
    },

    /** Reads the thread back from Slack, and says what stands there. Throws in words when something is missing. */
    async readBack(conversationId: string): Promise<string> {
      const { thread, workspace } = await threadOf(conversationId);
      const channel = (await workspace.directory.channelName(thread.channel)) ?? thread.channel;
      const { posts } = await workspace.readBack.inThread(thread, conversationId, await workspace.identity());
      const events = await store.eventsAfter(conversationId, 0);
      const said = events.filter(({ type }) => type === "message.posted");
      const isThere = (seq: number) => posts.some(({ mark }) => mark.from.seq <= seq && seq <= mark.to.seq);
      if (!said.every(({ seq }) => isThere(seq)))
        throw new Error(`The thread in #${channel} does not hold what the visitor said.`);
      const count = `${posts.length} ${posts.length === 1 ? "post" : "posts"}`;
      return `In #${channel}: the card, and the history in ${count}. Both were read back from Slack.`;
    },

    /** Whether Slack has told us of anything since then, such as of our own post. */
    async hasHeard(conversationId: string, since: number): Promise<boolean> {
      const { thread } = await threadOf(conversationId);
      return (arrivals.of(thread.team).eventAt ?? 0) >= since;
    },

    /** A reply in the thread as Slack would tell us of it. Resolves when it was acknowledged. */
    async reply(conversationId: string, text: string, serverUrl: string): Promise<void> {
      const { thread } = await threadOf(conversationId);
      const { team, channel, ts: thread_ts } = thread;
      const ts = madeUpTs(now());
      replies.set(conversationId, sourceOf(team, { channel, ts }));
      const event = {
        ...{ type: "message", channel, channel_type: "channel", user: madeUpUser, text, ts, thread_ts },
        event_ts: ts,
      };
      await asSlack(
        {
          ...{ type: "event_callback", team_id: team, event, event_time: Math.floor(now() / 1_000) },
          event_id: `${ownEventPrefix}${newId()}`,
          authorizations: [
            { team_id: team, enterprise_id: null, is_bot: true, is_enterprise_install: false },
          ],
        },
        serverUrl,
      );
    },

    /** Takes everything out of Slack again, once the conversation is closed. Throws in words when something stays. */
    async remove(conversationId: string): Promise<Found> {
      const reply = replies.get(conversationId);
      replies.delete(conversationId);
      if (reply) await heldReplies.drop(reply);
      await guard.settled(conversationId);
      return sweep(conversationId);
    },
  };

  async function threadOf(conversationId: string): Promise<{ thread: SlackThread; workspace: Workspace }> {
    const known = await threads.find("slack", conversationId);
    const thread = known ? decodeThread(known) : undefined;
    const workspace = thread && (await workspaces.byTeam(thread.team));
    if (!thread || !workspace) throw new Error("There is no thread.");
    return { thread, workspace };
  }
}

/** Nobody has this id in any workspace. */
const madeUpUser = "U00TESTHANDOFF";

/** Slack counts in microseconds; nothing of its own has our last digits. */
const madeUpTs = (now: number) => `${Math.floor(now / 1_000)}.${String(now % 1_000).padStart(3, "0")}999`;
