import { mailedTo } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export type Mailed = Whose & {
  /** The last event that the mail told of. */
  upTo: number;
  source: Source;
};

/** Says that the visitor, who had left, was sent what was said up to an event by email. On their screen it is not yet. */
export async function mailed(core: Core, { upTo, source, ...whose }: Mailed): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (upTo > conversation.seq || upTo <= conversation.mailedSeq) return unchanged(conversation);
  return core.record(
    mailedTo(conversation, upTo),
    [{ type: "conversation.reached", upTo, isSeen: false, byEmail: true }],
    source,
  );
}
