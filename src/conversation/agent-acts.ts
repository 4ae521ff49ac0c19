import { type Agent, awaitsAssistant, isOpen } from "./conversation.ts";
import type { Core } from "./core.ts";
import { ConversationError } from "./errors.ts";
import { answeredBy, backToAssistant, closed, givenTo } from "./ownership.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

/** What an agent does to a conversation without saying anything in it. */
export interface AgentAct {
  conversationId: string;
  agent: Agent;
  source: Source;
}

/** Somebody of the team gives a conversation to somebody of the team. */
export interface Assignment extends AgentAct {
  to: Agent;
}

/** Only one can claim: whoever comes second learns who has it. */
export async function claim(core: Core, { agent, source, ...whose }: AgentAct): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (!isOpen(conversation))
    throw new ConversationError("closed", "This conversation is closed. Reopen it to claim it.");
  if (conversation.agent?.id === agent.id) return unchanged(conversation);
  if (conversation.agent)
    throw new ConversationError(
      "already_claimed",
      `${conversation.agent.name} already has this conversation.`,
    );

  return core.record(answeredBy(conversation, agent), [{ type: "conversation.claimed", agent }], source);
}

/** A colleague has it from now on, or whoever does this takes it over: nobody needs to let go of it first. */
export async function assign(core: Core, { agent: by, to, source, ...whose }: Assignment): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (!isOpen(conversation))
    throw new ConversationError("closed", "This conversation is closed. Reopen it to assign it.");
  if (conversation.agent?.id === to.id) return unchanged(conversation);

  return core.record(givenTo(conversation, to), [{ type: "conversation.assigned", agent: to, by }], source);
}

export async function handBack(core: Core, { agent, source, ...whose }: AgentAct): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (!isOpen(conversation))
    throw new ConversationError("closed", "This conversation is closed. Reopen it to hand it back.");
  if (awaitsAssistant(conversation)) return unchanged(conversation);

  return core.record(backToAssistant(conversation), [{ type: "conversation.handedBack", by: agent }], source);
}

export async function close(core: Core, { agent, source, ...whose }: AgentAct): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (!isOpen(conversation)) return unchanged(conversation);

  return core.record(closed(conversation), [{ type: "conversation.closed", by: agent }], source);
}

/** Opened again by an agent, who thereby takes it: nobody reopens a conversation for the assistant. */
export async function reopen(core: Core, { agent, source, ...whose }: AgentAct): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (isOpen(conversation)) return unchanged(conversation);
  if (conversation.isBlocked)
    throw new ConversationError(
      "blocked",
      "The visitor is blocked and could not answer. Unblock them to reopen this conversation.",
    );

  const by = { kind: "agent", ...agent } as const;
  // Who closed by mistake finds everything as it was.
  const { brief } = conversation;
  return core.record(
    { ...answeredBy(backToAssistant(conversation), agent), brief },
    [{ type: "conversation.reopened", by }],
    source,
  );
}
