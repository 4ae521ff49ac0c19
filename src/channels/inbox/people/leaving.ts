import type { Directory } from "../../../conversation/directory.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { TeamMember } from "../../../team/team-member.ts";

export interface Leaving {
  conversations: Pick<Conversations, "assign">;
  directory: Directory;
}

/**
 * The open conversations of whoever left, under whichever of their ids, go to whoever took them out, who can pass them on: no visitor waits for
 * somebody who never comes back. Returns how many.
 */
export async function takeOver(
  leaver: readonly string[],
  { id, name, avatarUrl }: TeamMember,
  { conversations, directory }: Leaving,
): Promise<number> {
  const agent = { id, name, avatarUrl };
  let count = 0;
  for (const leaverId of leaver) count += await takeOverFrom(leaverId);
  return count;

  async function takeOverFrom(leaverId: string, before = 0): Promise<number> {
    const { summaries } = await directory.list({ status: "open", agentId: leaverId, limit: 100 });
    for (const { conversation } of summaries)
      await conversations.assign({
        ...{ conversationId: conversation.id, agent, to: agent },
        source: { via: "inbox", externalId: `${leaverId} left/${conversation.id}/${conversation.version}` },
      });
    const count = before + summaries.length;
    return summaries.length < 100 ? count : takeOverFrom(leaverId, count);
  }
}
