import type { AgentReply } from "../../../conversation/reply.ts";
import type { Recorded } from "../../../conversation/store.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createOncePer } from "./once-per.ts";
import type { Tell } from "./telling.ts";

const quietMs = 10 * 60_000;

/** Whoever claimed a conversation learns that somebody else answered in it. */
export function createClaimers(tell: Tell) {
  const oncePer = createOncePer();

  return ({ fresh, conversation }: Recorded, { agent, conversationId }: AgentReply, workspace: Workspace) => {
    const claimer = conversation?.agent;
    if (!fresh || !claimer || claimer.id === agent.id) return;
    if (!oncePer(`${conversationId}/${claimer.id}/${agent.id}`, quietMs)) return;
    const text = `${agent.name} has answered the visitor in this conversation, which is yours.`;
    tell(claimer, { conversationId, text }, workspace);
  };
}
