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
      await client.$executeRaw`
        INSERT INTO "Thread" ("channel", "conversationId", "externalId")
        VALUES (${channel}, ${conversationId}, ${externalId})
        ON CONFLICT ("channel", "conversationId") DO NOTHING`;
      return (await find(channel, conversationId)) ?? externalId;
    },
  };
}
