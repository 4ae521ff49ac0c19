import type { Threads } from "../../../conversation/threads.ts";
import { createMemory } from "../../../memory.ts";
import { decodeThread } from "../replies/thread.ts";
import type { Workspaces } from "./workspaces.ts";

interface Options {
  threads: Pick<Threads, "find">;
  workspaces: Pick<Workspaces, "byTeam">;
}

/** The address of a conversation's thread in Slack; undefined while it has none, or Slack does not tell it. */
export function createThreadLink({ threads, workspaces }: Options) {
  const known = createMemory<string>({ max: 1_000 });

  return async (conversationId: string): Promise<string | undefined> => {
    const externalId = await threads.find("slack", conversationId);
    if (!externalId) return undefined;
    const before = known.get(externalId);
    if (before) return before;

    const { team, channel, ts } = decodeThread(externalId);
    const workspace = await workspaces.byTeam(team);
    const link = await workspace?.api.permalink({ channel, ts }).catch(() => undefined);
    if (link) known.set(externalId, link);
    return link;
  };
}
