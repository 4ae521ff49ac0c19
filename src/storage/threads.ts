import type { Threads } from "../conversation/ports.ts";
import type { Client } from "./client.ts";

export function createThreads(client: Client): Threads {
  const find = async (channel: string, conversationId: string) => {
    const row = await client.thread.findUnique({
      where: { channel_conversationId: { channel, conversationId } },
    });
    return row?.externalId;
  };

  return {
    find,

    async conversationAt(channel, externalId) {
      const row = await client.thread.findUnique({
        where: { channel_externalId: { channel, externalId } },
      });
      return row?.conversationId;
    },

    async link(channel, conversationId, externalId) {
      const row = await client.thread.upsert({
        where: { channel_conversationId: { channel, conversationId } },
        create: { channel, conversationId, externalId },
        update: {},
      });
      return row.externalId;
    },
  };
}
