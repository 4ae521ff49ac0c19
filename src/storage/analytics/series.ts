import type { Numbers } from "../../analytics/ports.ts";
import { quarterOf } from "../../analytics/range.ts";
import type { Client } from "../client.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { every, onSites, stretchesOf } from "./measured.ts";

interface Part {
  part: bigint | number;
  conversations: bigint | number;
}

/**
 * How many conversations there were in each part of a range: one may be in several. Each part is counted by itself, on
 * its stretch of an index: joined, all their rows would be sorted together.
 */
export function createSeries(client: Client): Numbers["series"] {
  return async (scope, parts) => {
    if (parts.length === 0) return [];
    const quarters = parts.map(({ from, to }, index) => row(index, quarterOf(from), quarterOf(to)));
    const times = parts.map(({ from, to }, index) => row(index, from, to));
    const handedOff = await client.$queryRaw<Part[]>(Prisma.sql`
      WITH "part" ("number", "from", "to") AS (VALUES ${Prisma.join(times)})
      SELECT "number" AS "part", (SELECT COUNT(DISTINCT "conversationId") FROM "Stretch"
        WHERE "at" >= "from" AND "at" < "to" AND ${every([...stretchesOf(scope), Prisma.sql`"handedOff" = 1`])}) AS "conversations"
      FROM "part"`);
    const active =
      scope.agentId !== undefined
        ? handedOff
        : await client.$queryRaw<Part[]>(Prisma.sql`
            WITH "part" ("number", "from", "to") AS (VALUES ${Prisma.join(quarters)})
            SELECT "number" AS "part", (SELECT COUNT(DISTINCT "conversationId") FROM "Activity"
              WHERE "quarter" >= "from" AND "quarter" < "to"
                AND ${every([...onSites(scope.siteKeys), Prisma.sql`"isActive" = 1`])}) AS "conversations"
            FROM "part"`);

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
