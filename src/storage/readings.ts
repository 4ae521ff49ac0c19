import type { Readings } from "../conversation/readings.ts";
import type { Client } from "./client.ts";

export function createReadings(client: Client): Readings {
  return {
    async of(memberId, conversationIds) {
      const rows = await client.reading.findMany({
        where: { memberId, conversationId: { in: [...conversationIds] } },
      });
      return Object.fromEntries(rows.map(({ conversationId, readAt }) => [conversationId, Number(readAt)]));
    },

    async read(memberId, conversationId, at) {
      const [row] = await client.$queryRaw<{ readAt: bigint }[]>`
        INSERT INTO "Reading" ("memberId", "conversationId", "readAt")
        VALUES (${memberId}, ${conversationId}, ${BigInt(at)})
        ON CONFLICT ("memberId", "conversationId") DO UPDATE SET "readAt" =
          CASE WHEN excluded."readAt" > "Reading"."readAt" THEN excluded."readAt" ELSE "Reading"."readAt" END
        RETURNING "readAt"`;
      return Number(row?.readAt ?? at);
    },

    async unread(memberId, conversationId, at) {
      const readAt = BigInt(at);
      await client.reading.upsert({
        where: { memberId_conversationId: { memberId, conversationId } },
        create: { memberId, conversationId, readAt },
        update: { readAt },
      });
    },
  };
}
