import { messageIn } from "./as-it-stands.ts";
import type { Agent } from "./conversation.ts";
import type { Core } from "./core.ts";
import { ConversationError } from "./errors.ts";
import type { Recorded, Source } from "./store.ts";

export interface Revealing {
  conversationId: string;
  messageId: string;
  agent: Agent;
  source: Source;
}

/** Somebody looks at what is masked in a message: first that is written down, then they read it. */
export async function reveal(
  core: Core,
  { messageId, agent, source, ...whose }: Revealing,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  const events = await core.store.eventsAfter(conversation.id, 0);
  if (!messageIn(events, messageId))
    throw new ConversationError("not_found", "This message is no longer there.");
  return core.record(conversation, [{ type: "message.revealed", messageId, by: agent }], source);
}
