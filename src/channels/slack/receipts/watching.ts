import type { Conversations } from "../../../conversation/index.ts";
import type { Receipts } from "./receipts.ts";

/** The same verbs; of each new reply the receipts are told, whoever in Slack's part of the house sends it. */
export function watching(conversations: Conversations, receipts: Pick<Receipts, "wrote">): Conversations {
  return {
    ...conversations,
    async reply(said) {
      const recorded = await conversations.reply(said);
      if (recorded.fresh) receipts.wrote(recorded.conversationId);
      return recorded;
    },
  };
}
