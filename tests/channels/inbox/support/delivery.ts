import type { SlackDelivery } from "../../../../src/channels/inbox/conversations/delivery.ts";
import type { LaneTrouble } from "../../../../src/conversation/lanes.ts";

/** Deliveries to Slack as the relay makes them: what is given up stays so until it is tried again. */
export function deliveries() {
  const troubles = new Map<string, LaneTrouble>();
  const retried: string[] = [];
  const desk: SlackDelivery = {
    troubleOf: async (conversationId) => troubles.get(conversationId),
    async retry(conversationId) {
      const trouble = troubles.get(conversationId);
      if (trouble?.deadAt === undefined) return;
      retried.push(conversationId);
      const { deadAt: _, ...trying } = trouble;
      troubles.set(conversationId, trying);
    },
  };
  return {
    desk,
    retried,

    giveUp(conversationId: string, error: string) {
      troubles.set(conversationId, { listener: "slack", conversationId, attempts: 20, deadAt: 1, error });
    },

    deliver: (conversationId: string) => void troubles.delete(conversationId),
  };
}
