import { isHandoffMeasure, isRatingMeasure, type RatingMeasure } from "../../analytics/measures.ts";
import type { ListRequest, Numbers } from "../../analytics/ports.ts";
import type { Client } from "../client.ts";
import { erasedStatus } from "../erased.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { AsRead } from "../rows.ts";
import { activityIn, causedBy, countedIn, every, resolvedIn, stretchesIn } from "./measured.ts";

const defaultLimit = 50;

/** The conversations a number is that of: as many as it says. */
export async function listMeasured(
  { client, conversationOf }: { client: Client } & Pick<AsRead, "conversationOf">,
  { after, limit = defaultLimit, ...which }: ListRequest,
): ReturnType<Numbers["list"]> {
  const ids = idsOf(which);
  const found = await client.$queryRaw<{ id: string; lastAt: bigint }[]>(Prisma.sql`
    SELECT "id", "lastAt" FROM "Conversation" WHERE ${isCounted(which)} AND "status" <> ${erasedStatus} AND ${olderThan(after)}
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

type Counted = Omit<ListRequest, "after" | "limit">;

/** Of many, the most recent are found on the way through all; of the others there may be few, which are found at once. */
const isCounted = (which: Counted) =>
  mayBeFew(which)
    ? Prisma.sql`"id" IN (${idsOf(which)})`
    : Prisma.sql`EXISTS (${activeIdsOf(which, [Prisma.sql`"conversationId" = "Conversation"."id"`])})`;

/** A statement that gives each conversation once. */
function idsOf(which: Counted): Prisma.Sql {
  if (isRatingMeasure(which.measure)) return ratedIdsOf(which, which.measure);
  return mayBeFew(which) ? handoffIdsOf(which) : activeIdsOf(which, []);
}

const mayBeFew = ({ measure, scope }: Counted) =>
  isHandoffMeasure(measure) || isRatingMeasure(measure) || scope.agentId !== undefined;

function handoffIdsOf({ scope, measure, cause, ids, promisesDue }: Counted): Prisma.Sql {
  const counted = isHandoffMeasure(measure) ? measure : "handedOff";
  return Prisma.sql`SELECT DISTINCT "conversationId" FROM "Stretch" WHERE ${every([
    stretchesIn(scope),
    countedIn(counted, promisesDue),
    ...(cause ? [causedBy(cause)] : []),
    ...(ids ? [isOneOf(ids)] : []),
  ])}`;
}

const ratedIdsOf = ({ scope }: Counted, measure: RatingMeasure) =>
  Prisma.sql`SELECT DISTINCT "conversationId" FROM "Rated" WHERE ${stretchesIn(scope)} AND "${Prisma.raw(measure)}" = 1`;

function activeIdsOf({ scope, measure }: Counted, conditions: Prisma.Sql[]): Prisma.Sql {
  const isMeant = measure === "resolved" ? resolvedIn(scope) : Prisma.sql`MAX("isActive") = 1`;
  return Prisma.sql`SELECT "conversationId" FROM "Activity" AS "a" WHERE ${every([activityIn(scope), ...conditions])}
    GROUP BY "conversationId" HAVING ${isMeant}`;
}

const isOneOf = (ids: readonly string[]) =>
  ids.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`"conversationId" IN (${Prisma.join([...ids])})`;

/** A cursor that cannot be read starts from the top: it only ever comes from a page of ours. */
function olderThan(cursor: string | undefined): Prisma.Sql {
  const [, digits, id] = /^(\d{1,15})\/(.+)$/s.exec(cursor ?? "") ?? [];
  if (digits === undefined || id === undefined) return Prisma.sql`1 = 1`;
  const lastAt = Number(digits);
  return Prisma.sql`("lastAt" < ${lastAt} OR ("lastAt" = ${lastAt} AND "id" > ${id}))`;
}
