import type { FactStore } from "../../analytics/ports.ts";
import { testVisitorPrefix } from "../../conversation/test-visitor.ts";
import type { Client } from "../client.ts";
import { erasedStatus, notErased } from "../erased.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { AsRead } from "../rows.ts";
import { factRowsOf } from "./fact-rows.ts";

export function createFactStore(client: Client, { conversationOf, eventOf }: AsRead): FactStore {
  return {
    async page({ since, recentFrom, limit }) {
      const rows = await client.$queryRaw<{ id: string; lastAt: bigint; isCounted: bigint }[]>(Prisma.sql`
        SELECT "c"."id" AS "id", "c"."lastAt" AS "lastAt",
          CASE WHEN "k"."lastAt" = "c"."lastAt" AND ("c"."lastAt" < ${recentFrom} OR "k"."seq" = "c"."seq")
            THEN 1 ELSE 0 END AS "isCounted"
        FROM "Conversation" AS "c" LEFT JOIN "Counted" AS "k" ON "k"."conversationId" = "c"."id"
        WHERE ("c"."lastAt" > ${since.lastAt} OR ("c"."lastAt" = ${since.lastAt} AND "c"."id" > ${since.id}))
          AND "c"."status" <> ${erasedStatus} AND "c"."visitorId" NOT LIKE ${`${testVisitorPrefix}%`}
        ORDER BY "c"."lastAt", "c"."id" LIMIT ${limit}`);
      return rows.map(({ id, lastAt, isCounted }) => ({
        id,
        mark: { lastAt: Number(lastAt), id },
        isCounted: Number(isCounted) === 1,
      }));
    },

    async told(ids) {
      const rows = await client.conversation.findMany({ where: { id: { in: ids }, ...notErased } });
      const events = await client.event.findMany({
        where: { conversationId: { in: ids } },
        orderBy: { seq: "asc" },
      });
      const byId = new Map(rows.map(({ id }) => [id, [] as typeof events]));
      for (const event of events) byId.get(event.conversationId)?.push(event);
      return rows.map((row) => ({
        conversation: conversationOf(row),
        events: (byId.get(row.id) ?? []).map(eventOf),
        lastAt: Number(row.lastAt),
      }));
    },

    async save(all) {
      const theirs = { where: { conversationId: { in: all.map(({ conversationId }) => conversationId) } } };
      const rows = all.map(factRowsOf);
      await client.$transaction([
        client.stretch.deleteMany(theirs),
        client.activity.deleteMany(theirs),
        client.rated.deleteMany(theirs),
        client.counted.deleteMany(theirs),
        client.stretch.createMany({ data: rows.flatMap(({ stretches }) => stretches) }),
        client.activity.createMany({ data: rows.flatMap(({ activity }) => activity) }),
        client.rated.createMany({ data: rows.flatMap(({ rated }) => rated) }),
        client.counted.createMany({ data: rows.map(({ counted }) => counted) }),
      ]);
    },

    total: () =>
      client.conversation.count({
        where: { visitorId: { not: { startsWith: testVisitorPrefix } }, ...notErased },
      }),
  };
}
