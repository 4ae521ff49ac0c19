import type { Conversations } from "../../conversation/index.ts";
import type { Lanes } from "../../conversation/lanes.ts";
import { type Found, ok } from "../check.ts";
import type { TestThread } from "./ports.ts";

export interface CleanUpOptions {
  conversations: Pick<Conversations, "close">;
  lanes: Pick<Lanes, "revive">;
  thread: Pick<TestThread, "remove"> | undefined;
  newId: () => string;
  now: () => number;
}

/** Ends a test handoff: its conversation is closed, which Slack does not hear of, and its thread is taken away. */
export function createCleanUp({ conversations, lanes, thread, newId, now }: CleanUpOptions) {
  return async (conversationId: string, by: string): Promise<Found> => {
    if (!conversationId) return ok("There was nothing to clean up.");
    await conversations.close({
      conversationId,
      agent: { id: "test", name: by },
      source: { via: "slack", externalId: `test/${newId()}` },
    });
    // What was given up for this conversation is heard as over, and no longer counted as trouble.
    await lanes.revive({ listener: "slack", conversationId }, now());
    const { state, detail } = thread ? await thread.remove(conversationId) : ok("");
    return { state, detail: `The conversation is closed and in no list. ${detail}`.trim() };
  };
}
