import type { Agent } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Recorded, Source } from "./store.ts";
import { written } from "./text.ts";

export interface WordsForTeam {
  conversationId: string;
  text: string;
  /** It is a draft that this agent asked for. */
  draftFor?: Agent | undefined;
  source: Source;
}

/** The assistant writes a note. */
export async function tellTeam(
  core: Core,
  { text, draftFor, source, ...whose }: WordsForTeam,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  const author = { kind: "assistant" } as const;
  const draft = draftFor ? { draftFor } : {};
  const message = { id: core.newId(), author, ...written(text), note: true, ...draft };
  return core.record(conversation, [{ type: "message.posted", message }], source);
}
