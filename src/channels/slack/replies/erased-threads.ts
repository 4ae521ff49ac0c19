import type { Traces } from "../../../conversation/traces.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { encodeThread } from "./thread.ts";

export type TellIfErased = ReturnType<typeof createTellIfErased>;

/**
 * Whoever writes where an erased conversation was shown is told, once in each thread, that nobody gets it: what people wrote
 * there stays, so the thread does, too.
 */
export function createTellIfErased({ traces }: { traces: Traces }) {
  return async ({ channel, user, thread_ts: ts }: ReplyEvent, workspace: Workspace): Promise<void> => {
    const { teamId: team } = await workspace.identity();
    const externalId = encodeThread({ team, channel, ts });
    if (!(await traces.of({ kind: "thread", channel: "slack", externalId }))) return;
    if (await traces.isNew({ via: "slack", externalId: `${externalId}/${user}` }))
      workspace.whisper({ channel, user, thread: ts, text: nobodyReads });
  };
}

const nobodyReads =
  "The visitor did not get your message: this conversation was deleted, with everything that was said in it, so nobody reads this thread any more. They can begin a new one on the website; it gets a thread of its own.";
