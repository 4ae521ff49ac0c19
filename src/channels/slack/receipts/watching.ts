import type { Conversations } from "../../../conversation/index.ts";
import type { Receipts } from "./receipts.ts";

/** The same verbs; of what is newly said the receipts are told, whoever in Slack's part of the house says it. */
export function watching(
  conversations: Conversations,
  receipts: Pick<Receipts, "wrote" | "stored">,
): Conversations {
  return {
    ...conversations,
    async reply(said) {
      const recorded = await conversations.reply(said);
      if (!recorded.fresh) return recorded;
      receipts.wrote(recorded.conversationId);
      receipts.stored(said.source);
      return recorded;
    },
    async note(said) {
      const recorded = await conversations.note(said);
      if (recorded.fresh) receipts.stored(said.source);
      return recorded;
    },
  };
}
