import type { Numbers } from "../../analytics/ports.ts";
import { quarterOf } from "../../analytics/range.ts";
import type { Client } from "../client.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { activityIn, stretchesIn } from "./measured.ts";

interface Part {
  part: bigint | number;
  conversations: bigint | number;
}

/** How many conversations there were in each part of a range: one may be in several. */
export function createSeries(client: Client): Numbers["series"] {
  return async (scope, parts) => {
    if (parts.length === 0) return [];
    const quarters = parts.map(({ from, to }, index) => row(index, quarterOf(from), quarterOf(to)));
    const times = parts.map(({ from, to }, index) => row(index, from, to));
    const handedOff = await client.$queryRaw<Part[]>(Prisma.sql`
      WITH "part" ("number", "from", "to") AS (VALUES ${Prisma.join(times)})
      SELECT "number" AS "part", COUNT(DISTINCT "conversationId") AS "conversations" FROM "part"
      JOIN "Stretch" ON "at" >= "from" AND "at" < "to"
      WHERE ${stretchesIn(scope)} AND "handedOff" = 1 GROUP BY "number"`);
    const active =
      scope.agentId !== undefined
        ? handedOff
        : await client.$queryRaw<Part[]>(Prisma.sql`
            WITH "part" ("number", "from", "to") AS (VALUES ${Prisma.join(quarters)})
            SELECT "number" AS "part", COUNT(DISTINCT "conversationId") AS "conversations" FROM "part"
            JOIN "Activity" ON "quarter" >= "from" AND "quarter" < "to"
            WHERE ${activityIn(scope)} AND "isActive" = 1 GROUP BY "number"`);

    const [conversations, people] = [byPart(active), byPart(handedOff)];
    return parts.map((_, index) => ({
      conversations: conversations.get(index) ?? 0,
      handedOff: people.get(index) ?? 0,
    }));
  };
}

/** Typed, because PostgreSQL would otherwise take parameters among VALUES for text. */
const row = (index: number, from: number, to: number) =>
  Prisma.sql`(CAST(${index} AS BIGINT), CAST(${from} AS BIGINT), CAST(${to} AS BIGINT))`;

const byPart = (rows: Part[]) =>
  new Map(rows.map(({ part, conversations }) => [Number(part), Number(conversations)]));
