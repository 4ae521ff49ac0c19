import type { HandoffMeasure } from "../../analytics/measures.ts";
import type { Scope, Which } from "../../analytics/ports.ts";
import { quarterOf } from "../../analytics/range.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { isAgent } from "../identities.ts";

/** Parts of statements that say which rows count. SQLite and PostgreSQL read them alike. */

/** The stretches, or the ratings, in a scope. */
export const stretchesIn = ({ from, to, ...whose }: Scope) =>
  every([Prisma.sql`"at" >= ${from}`, Prisma.sql`"at" < ${to}`, ...stretchesOf(whose)]);

/** At whatever time. */
export const stretchesOf = ({ siteKeys, agentId }: Pick<Scope, "siteKeys" | "agentId">): Prisma.Sql[] => [
  ...onSites(siteKeys),
  ...(agentId === undefined ? [] : [isAgent(Prisma.sql`"agentId"`, agentId)]),
];

/** Those of them that count in a measure. */
export const countedIn = (measure: HandoffMeasure, promisesDue: number) =>
  isPromise(measure)
    ? Prisma.sql`("${Prisma.raw(measure)}" = 1 AND "at" < ${promisesDue})`
    : Prisma.sql`"${Prisma.raw(measure)}" = 1`;

const isPromise = (measure: HandoffMeasure) => measure === "promiseKept" || measure === "promiseBroken";

export const causedBy = ({ cause, rule, phrase }: NonNullable<Which["cause"]>) =>
  every([
    ...(cause === undefined ? [] : [Prisma.sql`"cause" = ${cause}`]),
    ...(rule === undefined ? [] : [Prisma.sql`"rule" = ${rule}`]),
    ...(phrase === undefined ? [] : [Prisma.sql`"phrase" = ${phrase}`]),
  ]);

/** The quarter hours in a scope; whose agent it was, they do not know. */
export const activityIn = ({ from, to, siteKeys }: Omit<Scope, "agentId">) =>
  every([
    Prisma.sql`"quarter" >= ${quarterOf(from)}`,
    Prisma.sql`"quarter" < ${quarterOf(to)}`,
    ...onSites(siteKeys),
  ]);

/** The assistant answered and no people took part: of the activity `a` in the scope, grouped by conversation. */
export const resolvedIn = ({ from, to }: Scope) => Prisma.sql`
  MAX("isActive") = 1 AND MAX("isAnswered") = 1 AND NOT EXISTS (SELECT 1 FROM "Stretch" AS "s" WHERE "s"."conversationId" = "a"."conversationId"
    AND "s"."at" < ${to} AND ("s"."endedAt" IS NULL OR "s"."endedAt" > ${from}))`;

export const every = (conditions: Prisma.Sql[]) =>
  conditions.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(conditions, " AND ");

/** None at all when no site is allowed. */
export function onSites(siteKeys: readonly string[] | undefined): Prisma.Sql[] {
  if (siteKeys === undefined) return [];
  if (siteKeys.length === 0) return [Prisma.sql`1 = 0`];
  return [Prisma.sql`"siteKey" IN (${Prisma.join([...siteKeys])})`];
}
