import { askedOfAssistant } from "./asked-of-assistant.ts";
import { type Agent, type Conversation, isOpen } from "./conversation.ts";
import type { Core } from "./core.ts";
import { ConversationError } from "./errors.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import type { Attachment } from "./message.ts";
import { answeredBy } from "./ownership.ts";
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

/** What calls the assistant is for the team, wherever it was written: a visitor must never read it. */
export async function reply(core: Core, said: AgentReply): Promise<Recorded> {
  if (askedOfAssistant(said.text) !== undefined) return note(core, said);

  const conversation = await core.load(said);
  if (!isOpen(conversation))
    throw new ConversationError("closed", "This conversation is closed. Reopen it to reply.");

  const posted = await postedIn(conversation, core, said, false);
  return core.record(answeredBy(conversation, said.agent), [posted], said.source);
}

export async function note(core: Core, said: AgentReply): Promise<Recorded> {
  const conversation = await core.load(said);
  return core.record(conversation, [await postedIn(conversation, core, said, true)], said.source);
}

async function postedIn(
  conversation: Conversation,
  core: Core,
  { agent, text, files, suggestionId }: AgentReply,
  isNote: boolean,
) {
  const author = { kind: "agent", ...agent } as const;
  const origin = suggestionId ? { suggestionId } : {};
  const words = { id: core.newId(), author, ...written(text, files), note: isNote, ...origin };
  return { type: "message.posted", message: await inBothLanguages(core, conversation, words) } as const;
}
