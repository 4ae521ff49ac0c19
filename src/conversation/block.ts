import type { AgentAct } from "./agent-acts.ts";
import { type Conversation, isOpen } from "./conversation.ts";
import type { Core } from "./core.ts";
import { ConversationError } from "./errors.ts";
import type { Happening } from "./events.ts";
import { closed } from "./ownership.ts";
import type { Recorded } from "./store.ts";
import { unchanged } from "./unchanged.ts";

/** The visitor may not write any more, and nobody has to answer. */
export async function block(core: Core, { agent, source, ...whose }: AgentAct): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (conversation.isBlocked) return unchanged(conversation);

  const happenings: Happening[] = [{ type: "visitor.blocked", by: agent }];
  if (isOpen(conversation)) happenings.push({ type: "conversation.closed", by: agent });
  const after = isOpen(conversation) ? closed(conversation) : conversation;
  return core.record({ ...after, isBlocked: true }, happenings, source);
}

export async function unblock(core: Core, { agent, source, ...whose }: AgentAct): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (!conversation.isBlocked) return unchanged(conversation);

  return core.record(
    { ...conversation, isBlocked: false },
    [{ type: "visitor.unblocked", by: agent }],
    source,
  );
}

export function assertNotBlocked({ isBlocked }: Conversation): void {
  if (isBlocked)
    throw new ConversationError("blocked", "The team has ended this chat, so your message was not sent.");
}
