import {
  type HandoffMeasure,
  handoffMeasureNames,
  type RatingMeasure,
  ratingMeasureNames,
} from "../../analytics/measures.ts";
import type { CauseCount, Numbers, Percentiles, Scope } from "../../analytics/ports.ts";
import { testVisitorPrefix } from "../../conversation/test-visitor.ts";
import type { Client } from "../client.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { oneAgent } from "../identities.ts";
import type { AsRead } from "../rows.ts";
import { listMeasured } from "./list.ts";
import { activityIn, countedIn, resolvedIn, stretchesIn } from "./measured.ts";
import { createSeries } from "./series.ts";

type Count = bigint | number | null;

const maxCauses = 30;
const maxPeople = 500;

/** Numbers over the projection: each is one statement, whatever the range. */
export function createNumbers(client: Client, { conversationOf }: AsRead): Numbers {
  return {
    async counts(scope, promisesDue) {
      const [handoffs, ratings, firstAnswer, close, whole] = await Promise.all([
        handoffCounts(scope, promisesDue),
        ratingCounts(scope),
        percentiles(scope, "answered", Prisma.sql`"answeredAt"`),
        percentiles(scope, "closed", Prisma.sql`"endedAt"`),
        scope.agentId === undefined ? conversationCounts(scope) : undefined,
      ]);
      const conversations = whole?.conversations ?? handoffs.handedOff;
      return { handoffs, ratings, firstAnswer, close, conversations, resolved: whole?.resolved };
    },

    series: createSeries(client),

    async causes(scope, by) {
      const what = Prisma.raw(by === "rule" ? '"cause", "rule"' : '"phrase"');
      const isTold = by === "rule" ? Prisma.sql`1 = 1` : Prisma.sql`"phrase" IS NOT NULL`;
      const rows = await client.$queryRaw<CauseRow[]>(Prisma.sql`
        SELECT ${what}, COUNT(DISTINCT "conversationId") AS "conversations",
          COUNT(DISTINCT CASE WHEN "notNeeded" = 1 THEN "conversationId" END) AS "notNeeded"
        FROM "Stretch" WHERE ${stretchesIn(scope)} AND "handedOff" = 1 AND ${isTold}
        GROUP BY ${what} ORDER BY "conversations" DESC, ${what} LIMIT ${maxCauses}`);
      return rows.map(({ cause, rule, phrase, conversations, notNeeded }) => ({
        cause: cause ?? undefined,
        rule: rule ?? undefined,
        phrase: phrase ?? undefined,
        conversations: Number(conversations),
        notNeeded: Number(notNeeded),
      }));
    },

    async handoffs(scope, measure) {
      const rows = await client.$queryRaw<{ conversationId: string; at: bigint }[]>(Prisma.sql`
        SELECT "conversationId", "at" FROM "Stretch"
        WHERE ${stretchesIn(scope)} AND ${countedIn(measure, scope.to)}`);
      return rows.map(({ conversationId, at }) => ({ conversationId, at: Number(at) }));
    },

    async people(scope) {
      return client.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`
        SELECT ${oneAgent.id} AS "id", MAX(${oneAgent.name}) AS "name" FROM (
          SELECT "agentId", MAX("agentName") AS "agentName" FROM "Stretch"
          WHERE ${stretchesIn({ ...scope, agentId: undefined })} AND "agentId" IS NOT NULL GROUP BY "agentId"
        ) AS "a" ${oneAgent.joined} GROUP BY ${oneAgent.id} ORDER BY 2, 1 LIMIT ${maxPeople}`);
    },

    waitingNow: (siteKeys) =>
      client.conversation.count({
        where: {
          status: "waiting",
          visitorId: { not: { startsWith: testVisitorPrefix } },
          ...(siteKeys && { siteKey: { in: [...siteKeys] } }),
        },
      }),

    list: (request) => listMeasured({ client, conversationOf }, request),
  };

  async function handoffCounts(scope: Scope, promisesDue: number) {
    const flags = handoffMeasureNames.map(
      (name) =>
        Prisma.sql`MAX(CASE WHEN ${countedIn(name, promisesDue)} THEN 1 ELSE 0 END) AS "${Prisma.raw(name)}"`,
    );
    const sums = handoffMeasureNames.map((name) => Prisma.raw(`SUM("${name}") AS "${name}"`));
    const [row] = await client.$queryRaw<Record<HandoffMeasure, Count>[]>(Prisma.sql`
      SELECT ${Prisma.join(sums)} FROM (SELECT ${Prisma.join(flags)} FROM "Stretch"
        WHERE ${stretchesIn(scope)} AND "handedOff" = 1 GROUP BY "conversationId") AS "each"`);
    return Object.fromEntries(handoffMeasureNames.map((name) => [name, Number(row?.[name] ?? 0)])) as Record<
      HandoffMeasure,
      number
    >;
  }

  async function ratingCounts(scope: Scope) {
    const counts = ratingMeasureNames.map((name) =>
      Prisma.raw(`COUNT(DISTINCT CASE WHEN "${name}" = 1 THEN "conversationId" END) AS "${name}"`),
    );
    const [row] = await client.$queryRaw<Record<RatingMeasure, Count>[]>(Prisma.sql`
      SELECT ${Prisma.join(counts)} FROM "Rated" WHERE ${stretchesIn(scope)}`);
    return Object.fromEntries(ratingMeasureNames.map((name) => [name, Number(row?.[name] ?? 0)])) as Record<
      RatingMeasure,
      number
    >;
  }

  async function conversationCounts(scope: Scope) {
    const [row] = await client.$queryRaw<{ conversations: Count; resolved: Count }[]>(Prisma.sql`
      SELECT SUM("active") AS "conversations", SUM("resolved") AS "resolved" FROM (
        SELECT MAX("isActive") AS "active", CASE WHEN ${resolvedIn(scope)} THEN 1 ELSE 0 END AS "resolved"
        FROM "Activity" AS "a" WHERE ${activityIn(scope)} GROUP BY "conversationId") AS "each"`);
    return { conversations: Number(row?.conversations ?? 0), resolved: Number(row?.resolved ?? 0) };
  }

  /** By nearest rank: each is one of the values. */
  async function percentiles(scope: Scope, measure: HandoffMeasure, until: Prisma.Sql): Promise<Percentiles> {
    const rows = await client.$queryRaw<{ rank: Count; total: Count; ms: Count }[]>(Prisma.sql`
      SELECT "rank", "total", "ms" FROM (
        SELECT ${until} - "at" AS "ms", ROW_NUMBER() OVER (ORDER BY ${until} - "at") AS "rank", COUNT(*) OVER () AS "total"
        FROM "Stretch" WHERE ${stretchesIn(scope)} AND ${countedIn(measure, scope.to)}) AS "ranked"
      WHERE "rank" IN (("total" * 50 + 99) / 100, ("total" * 90 + 99) / 100) ORDER BY "rank"`);
    const ms = rows.map((row) => Number(row.ms));
    return { p50: ms[0], p90: ms.at(-1) };
  }
}

interface CauseRow {
  cause?: CauseCount["cause"];
  rule?: string | null;
  phrase?: string | null;
  conversations: bigint;
  notNeeded: bigint;
}
