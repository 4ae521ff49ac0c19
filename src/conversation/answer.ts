import { awaitsAssistant } from "./conversation.ts";
import type { Core } from "./core.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import { answeredSince } from "./missed-handoff.ts";
import type { Recorded, Source } from "./store.ts";
import { written } from "./text.ts";
import { unchanged } from "./unchanged.ts";

export interface Answer {
  conversationId: string;
  /** The conversation's generation when the assistant read it. Older than today's: the answer is dropped. */
  generation: number;
  text: string;
  source: Source;
}

export async function answer(core: Core, { generation, text, source, ...whose }: Answer): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (generation !== conversation.generation || !awaitsAssistant(conversation))
    return unchanged(conversation);

  const author = { kind: "assistant" } as const;
  const words = { id: core.newId(), author, ...written(text), note: false };
  const message = await inBothLanguages(core, conversation, words);
  return core.record(answeredSince(conversation), [{ type: "message.posted", message }], source);
}
