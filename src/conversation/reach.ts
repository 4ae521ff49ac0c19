import { concernsPeople, reached } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import { isNews } from "./events.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export type Receipt = Whose & {
  /** The last event the visitor's browser has. */
  upTo: number;
  /** It stood on a screen somebody looked at. */
  isSeen: boolean;
  source: Source;
};

/** Says how far the visitor has got, so that agents know. Of no interest while only the assistant speaks. */
export async function reach(core: Core, { upTo, isSeen, source, ...whose }: Receipt): Promise<Recorded> {
  const conversation = await core.load(whose);
  const known = isSeen ? conversation.seenSeq : conversation.deliveredSeq;
  if (!concernsPeople(conversation) || upTo <= known || upTo > conversation.seq)
    return unchanged(conversation);

  const between = await core.store.eventsAfter(conversation.id, known, upTo - known);
  // Receipts are no news, or each would be answered by the next one, for ever.
  if (!between.some(isNews)) return unchanged(conversation);

  return core.record(
    reached(conversation, upTo, isSeen),
    [{ type: "conversation.reached", upTo, isSeen }],
    source,
  );
}
