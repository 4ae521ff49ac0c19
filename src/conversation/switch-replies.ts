import type { AgentAct } from "./agent-acts.ts";
import type { RepliesTo } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Recorded } from "./store.ts";
import { unchanged } from "./unchanged.ts";

/** Whether what agents write in a thread goes to the visitor or stays with the team, until it is switched back. */
export async function switchReplies(
  core: Core,
  { to, agent, source, ...whose }: AgentAct & { to: RepliesTo },
): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (conversation.repliesTo === to) return unchanged(conversation);

  return core.record(
    { ...conversation, repliesTo: to },
    [{ type: "conversation.repliesSwitched", to, by: agent }],
    source,
  );
}
