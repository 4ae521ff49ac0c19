import type { ListRequest, Numbers } from "../../analytics/ports.ts";
import type { Client } from "../client.ts";
import { erasedStatus } from "../erased.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { conversationOf } from "../rows.ts";
import {
  activityIn,
  causedBy,
  countedIn,
  every,
  isHandoffMeasure,
  resolvedIn,
  stretchesIn,
} from "./measured.ts";

const defaultLimit = 50;

/** The conversations a number is that of: as many as it says. */
export async function listMeasured(
  client: Client,
  { after, limit = defaultLimit, ...which }: ListRequest,
): ReturnType<Numbers["list"]> {
  const ids = idsOf(which);
  const found = await client.$queryRaw<{ id: string; lastAt: bigint }[]>(Prisma.sql`
    SELECT "id", "lastAt" FROM "Conversation" WHERE "id" IN (${ids}) AND "status" <> ${erasedStatus} AND ${olderThan(after)}
    ORDER BY "lastAt" DESC, "id" LIMIT ${limit}`);
  const [count] = await client.$queryRaw<{ total: bigint }[]>(
    Prisma.sql`SELECT COUNT(*) AS "total" FROM (${ids}) AS "counted"`,
  );

  const rows = await client.conversation.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = found.at(-1);
  return {
    summaries: found.flatMap(({ id }) => {
      const row = byId.get(id);
      return row
        ? [{ conversation: conversationOf(row), lastText: row.lastText, lastAt: Number(row.lastAt) }]
        : [];
    }),
    cursor: found.length === limit && last ? `${last.lastAt}/${last.id}` : undefined,
    total: Number(count?.total ?? 0),
  };
}

/** A statement that gives each conversation once. */
function idsOf({
  scope,
  measure,
  cause,
  ids,
  promisesDue,
}: Omit<ListRequest, "after" | "limit">): Prisma.Sql {
  const wanted = ids && [
    ids.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`"conversationId" IN (${Prisma.join([...ids])})`,
  ];
  if (isHandoffMeasure(measure) || scope.agentId !== undefined) {
    const counted = isHandoffMeasure(measure) ? measure : "handedOff";
    return Prisma.sql`SELECT DISTINCT "conversationId" FROM "Stretch" WHERE ${every([
      stretchesIn(scope),
      countedIn(counted, promisesDue),
      ...(cause ? [causedBy(cause)] : []),
      ...(wanted ?? []),
    ])}`;
  }
  const condition = measure === "resolved" ? resolvedIn(scope) : Prisma.sql`MAX("isActive") = 1`;
  return Prisma.sql`SELECT "conversationId" FROM "Activity" AS "a" WHERE ${activityIn(scope)}
    GROUP BY "conversationId" HAVING ${condition}`;
}

/** A cursor that cannot be read starts from the top: it only ever comes from a page of ours. */
function olderThan(cursor: string | undefined): Prisma.Sql {
  const [, digits, id] = /^(\d{1,15})\/(.+)$/s.exec(cursor ?? "") ?? [];
  if (digits === undefined || id === undefined) return Prisma.sql`1 = 1`;
  const lastAt = Number(digits);
  return Prisma.sql`("lastAt" < ${lastAt} OR ("lastAt" = ${lastAt} AND "id" > ${id}))`;
}
