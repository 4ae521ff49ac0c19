import { type Agent, answeredBy, isOpen } from "./conversation.ts";
import type { Core } from "./core.ts";
import { ConversationError } from "./errors.ts";
import type { Attachment } from "./message.ts";
import type { Recorded, Source } from "./store.ts";
import { written } from "./text.ts";

export interface AgentReply {
  conversationId: string;
  agent: Agent;
  text: string;
  files?: Attachment[] | undefined;
  /** The suggestion it was made from. */
  suggestionId?: string | undefined;
  source: Source;
}

export async function reply(core: Core, said: AgentReply): Promise<Recorded> {
  const conversation = await core.load(said);
  if (!isOpen(conversation))
    throw new ConversationError("closed", "This conversation is closed. Reopen it to reply.");

  return core.record(answeredBy(conversation, said.agent), [posted(core, said, false)], said.source);
}

export async function note(core: Core, said: AgentReply): Promise<Recorded> {
  const conversation = await core.load(said);
  return core.record(conversation, [posted(core, said, true)], said.source);
}

function posted(core: Core, { agent, text, files, suggestionId }: AgentReply, isNote: boolean) {
  const author = { kind: "agent", ...agent } as const;
  const origin = suggestionId ? { suggestionId } : {};
  const message = { id: core.newId(), author, ...written(text, files), note: isNote, ...origin };
  return { type: "message.posted", message } as const;
}
