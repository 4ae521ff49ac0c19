import { awaitsAssistant, goingOn, isOffered, offered } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import type { Decision } from "./decision.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export interface OfferRequest {
  conversationId: string;
  decision: Decision;
  /** The conversation's generation when it was decided. Older than today's: nothing is offered. */
  generation: number;
  /** What the visitor is asked. */
  sentence: string;
  source: Source;
}

export type Declining = Whose & { source: Source };

/** Asks the visitor whether they want a person: once, until people have been there. */
export async function offer(
  core: Core,
  { decision, generation, sentence, source, ...whose }: OfferRequest,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (generation !== conversation.generation || !awaitsAssistant(conversation) || conversation.offer)
    return unchanged(conversation);

  const made = { ...decision, at: core.now() };
  return core.record(
    offered(conversation, made),
    [{ type: "conversation.offered", offer: made, sentence }],
    source,
  );
}

/** The visitor would rather keep going with the assistant. */
export async function decline(core: Core, { source, ...whose }: Declining): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (!isOffered(conversation)) return unchanged(conversation);

  return core.record(goingOn(conversation), [{ type: "conversation.offerDeclined" }], source);
}
