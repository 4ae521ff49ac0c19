import type { Listing } from "../../conversation/directory.ts";
import { testVisitorPrefix } from "../../conversation/test-visitor.ts";
import { questionOf } from "../../search/question.ts";
import type { Database } from "../client.ts";
import { erasedStatus } from "../erased.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { isAgent } from "../identities.ts";
import { wordCondition } from "./word-condition.ts";

/** SQL that holds for the conversations `c` of a listing, whatever its page. */
export function listingCondition(kind: Database["kind"], listing: Listing): Prisma.Sql {
  const { status, agentId, attendedBy, siteKeys, handedOff, missed, trigger, from, to, search } = listing;
  const conditions = [
    Prisma.sql`c."visitorId" NOT LIKE ${`${testVisitorPrefix}%`}`,
    Prisma.sql`c."status" <> ${erasedStatus}`,
    ...(status === "open" ? [Prisma.sql`c."status" <> 'closed'`] : []),
    ...(status && status !== "open" ? [Prisma.sql`c."status" = ${status}`] : []),
    ...(agentId === undefined ? [] : [isAgent(Prisma.sql`c."agentId"`, agentId)]),
    ...(attendedBy === undefined ? [] : [wasAttendedBy(attendedBy)]),
    ...(siteKeys ? [isOf(siteKeys)] : []),
    ...(handedOff ? [Prisma.sql`c."handoff" IS NOT NULL`] : []),
    ...(missed ? [Prisma.sql`c."missed" IS NOT NULL`] : []),
    ...(trigger === undefined ? [] : [wasAskedForBy(kind, trigger)]),
    ...(from === undefined ? [] : [Prisma.sql`c."lastAt" >= ${BigInt(from)}`]),
    ...(to === undefined ? [] : [Prisma.sql`c."createdAt" < ${BigInt(to)}`]),
    ...(search === undefined ? [] : says(kind, search)),
  ];
  return Prisma.join(conditions, " AND ");
}

/** Only signs and spaces are found nowhere. */
function says(kind: Database["kind"], search: string): Prisma.Sql[] {
  const question = questionOf(search);
  return question.length === 0 ? [nothing] : question.map((phrase) => wordCondition(kind, phrase));
}

const isOf = (siteKeys: readonly string[]) =>
  siteKeys.length === 0 ? nothing : Prisma.sql`c."siteKey" IN (${Prisma.join([...siteKeys])})`;

const wasAttendedBy = (agentId: string) => Prisma.sql`
  (${isAgent(Prisma.sql`c."agentId"`, agentId)}
    OR c."id" IN (SELECT "conversationId" FROM "Attended" WHERE ${isAgent(Prisma.sql`"agentId"`, agentId)}))`;

function wasAskedForBy(kind: Database["kind"], trigger: string): Prisma.Sql {
  const part = (name: "by" | "rule") =>
    kind === "sqlite"
      ? Prisma.sql`json_extract(c."handoff", ${`$.${name}`})`
      : Prisma.sql`(CAST(c."handoff" AS json) ->> ${name})`;
  return Prisma.sql`(${part("by")} = ${trigger} OR ${part("rule")} = ${trigger})`;
}

const nothing = Prisma.sql`1 = 0`;
