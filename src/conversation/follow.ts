import type { Core, Whose } from "./core.ts";
import type { ContactWay } from "./lost-contact.ts";
import { followedTo } from "./reachable.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export type Following = Whose & {
  way: ContactWay;
  /** The last event that the mail or SMS told of. */
  upTo: number;
  source: Source;
};

/** Says that what was said up to an event was sent after the visitor, who had left. On their screen it is not yet. */
export async function follow(core: Core, { way, upTo, source, ...whose }: Following): Promise<Recorded> {
  const conversation = await core.load(whose);
  const known = way === "email" ? conversation.mailedSeq : conversation.textedSeq;
  if (upTo > conversation.seq || upTo <= known) return unchanged(conversation);
  const by = way === "email" ? ({ byEmail: true } as const) : ({ bySms: true } as const);
  return core.record(
    followedTo(conversation, way, upTo),
    [{ type: "conversation.reached", upTo, isSeen: false, ...by }],
    source,
  );
}
