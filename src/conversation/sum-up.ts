import type { Core } from "./core.ts";
import type { Recorded, Source } from "./store.ts";

export interface SummingUp {
  conversationId: string;
  /** The event with which people's part ended. */
  handedBackSeq: number;
  /** What they decided, in a sentence or two. */
  account: string;
  source: Source;
}

/** What people decided in their part, for the assistant and the team. It stays true whatever came after. */
export async function sumUp(
  core: Core,
  { handedBackSeq, account, source, ...whose }: SummingUp,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  return core.record(conversation, [{ type: "conversation.summedUp", handedBackSeq, account }], source);
}
