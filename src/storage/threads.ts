import { LRUCache } from "lru-cache";
import type { Threads } from "../conversation/ports.ts";
import type { Client } from "./client.ts";
import type { Thread as ThreadRow } from "./generated/sqlite/client.ts";

/** Links remembered, each way. A link that was made holds for ever, so it is safe to remember on any node. */
const maxRemembered = 20_000;

export function createThreads(client: Client): Threads {
  const externalIds = new LRUCache<string, string>({ max: maxRemembered });
  const conversationIds = new LRUCache<string, string>({ max: maxRemembered });

  function remember(row: ThreadRow): ThreadRow {
    externalIds.set(`${row.channel}/${row.conversationId}`, row.externalId);
    conversationIds.set(`${row.channel}/${row.externalId}`, row.conversationId);
    return row;
  }

  const find = async (channel: string, conversationId: string) => {
    const known = externalIds.get(`${channel}/${conversationId}`);
    if (known) return known;
    const row = await client.thread.findUnique({
      where: { channel_conversationId: { channel, conversationId } },
    });
    return row ? remember(row).externalId : undefined;
  };

  return {
    find,

    async conversationAt(channel, externalId) {
      const known = conversationIds.get(`${channel}/${externalId}`);
      if (known) return known;
      const row = await client.thread.findUnique({
        where: { channel_externalId: { channel, externalId } },
      });
      return row ? remember(row).conversationId : undefined;
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
