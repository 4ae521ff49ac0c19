import type { ConversationStore } from "../../../conversation/store.ts";
import type { Threads } from "../../../conversation/threads.ts";
import { createMemory } from "../../../memory.ts";
import { fromMetadata } from "../posts/metadata.ts";
import type { WebApi } from "../workspace/web-api.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { encodeThread } from "./thread.ts";

export type ThreadLookup = (reply: ReplyEvent, workspace: Workspace) => Promise<string | undefined>;

/** Which conversation a thread mirrors; undefined for threads that are none of ours. */
export function createThreadLookup({
  threads,
  store,
}: {
  threads: Threads;
  store: ConversationStore;
}): ThreadLookup {
  const strangers = createMemory<true>({ max: 10_000, ttl: 3_600_000 });

  return async ({ channel, thread_ts: ts, parent_user_id }, { api, identity }) => {
    const self = await identity();
    const thread = encodeThread({ team: self.teamId, channel, ts });
    const known = await threads.conversationAt("slack", thread);
    if (known || parent_user_id !== self.botUserId || strangers.has(thread)) return known;

    const adopted = await adopt(api, thread, { channel, ts });
    if (!adopted) strangers.set(thread, true);
    return adopted;
  };

  /** Under a post of ours that we do not know: we may have gone down between posting it and remembering where. */
  async function adopt(
    api: WebApi,
    thread: string,
    { channel, ts }: { channel: string; ts: string },
  ): Promise<string | undefined> {
    const { messages } = await api.history({ channel, oldest: ts, latest: ts, limit: 1 });
    const mark = fromMetadata(messages?.find((message) => message.ts === ts)?.metadata);
    if (mark?.to.seq !== 0 || !(await store.find(mark.conversation))) return undefined;
    // Under an older or younger card than the one that counts, a reply is one to the same conversation.
    await threads.link("slack", mark.conversation, thread);
    return mark.conversation;
  }
}
