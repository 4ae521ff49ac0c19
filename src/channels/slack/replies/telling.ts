import type { KnownBlock } from "@slack/types";
import type { Agent } from "../../../conversation/conversation.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import { escaped } from "../text/escape.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { decodeThread } from "./thread.ts";

export interface Told {
  conversationId: string;
  /** As it is to be read; nothing in it can mention or link. */
  text: string;
  blocks?: KnownBlock[] | undefined;
}

export type Tell = ReturnType<typeof createTelling>;

/** Tells an agent something in a conversation's thread that nobody else sees. Who is not known in its workspace is not. */
export function createTelling({ threads, log }: { threads: Threads; log: Log }) {
  return (agent: Pick<Agent, "id">, told: Told, workspace: Workspace): void => {
    tell(agent, told, workspace).catch((error: unknown) =>
      log.warn("slack: an agent could not be told", { conversationId: told.conversationId, error }),
    );
  };

  async function tell(
    agent: Pick<Agent, "id">,
    { conversationId, text, ...whisper }: Told,
    workspace: Workspace,
  ): Promise<void> {
    const [thread, user] = await Promise.all([
      threads.find("slack", conversationId),
      workspace.directory.userOf(agent),
    ]);
    if (!thread || !user) return;
    const { channel, ts } = decodeThread(thread);
    workspace.whisper({ channel, user, thread: ts, text: escaped(text), ...whisper });
  }
}
