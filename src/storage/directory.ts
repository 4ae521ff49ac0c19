import type { Directory, Summary } from "../conversation/directory.ts";
import { questionOf } from "../search/question.ts";
import type { Database } from "./client.ts";
import { type Conversation as ConversationRow, Prisma } from "./generated/sqlite/client.ts";
import { oneAgent } from "./identities.ts";
import type { AsRead } from "./rows.ts";
import { foundIn } from "./search/found.ts";
import { listingCondition } from "./search/listing-condition.ts";

const defaultLimit = 50;

export function createDirectory(
  { kind, client }: Pick<Database, "kind" | "client">,
  { conversationOf }: AsRead,
): Directory {
  return {
    async list(listing) {
      const { limit = defaultLimit, search, status } = listing;
      const question = search === undefined ? [] : questionOf(search);
      const condition = listingCondition(kind, listing);
      const after = cursorOf(listing.after ?? "");

      const isQueue = search === undefined && status !== "closed";
      const waiting = isQueue && after?.part !== "rest" ? await idsOf(waitingAfter(after), limit) : [];
      const others = isQueue ? Prisma.sql`c."status" <> 'waiting'` : Prisma.sql`1 = 1`;
      const rest =
        waiting.length === limit || (status === "waiting" && isQueue)
          ? []
          : await idsOf(restAfter(others, after), limit - waiting.length);

      const places = [...waiting, ...rest];
      const rows = await rowsOf(places.map(({ id }) => id));
      const found = question.length > 0 ? await foundIn(client, question, rows) : undefined;
      const last = places.at(-1);
      return {
        summaries: rows.map((row) => ({ ...summaryOf(row), found: found?.get(row.id) })),
        cursor: places.length === limit && last ? `${last.part}/${last.at}/${last.id}` : undefined,
      };

      async function idsOf(part: Part, take: number): Promise<Cursor[]> {
        const rows = await client.$queryRaw<Omit<Cursor, "part">[]>`
          SELECT c."id", ${part.at} AS "at" FROM "Conversation" c
          WHERE ${condition} AND ${part.condition} ORDER BY ${part.order} LIMIT ${take}`;
        return rows.map((row) => ({ ...row, part: part.name }));
      }
    },

    async count(listing) {
      const [row] = await client.$queryRaw<{ count: bigint }[]>`
        SELECT COUNT(*) AS "count" FROM "Conversation" c WHERE ${listingCondition(kind, listing)}`;
      return Number(row?.count ?? 0);
    },

    attendants: (siteKeys) =>
      client.$queryRaw<{ id: string; name: string }[]>`
        SELECT ${oneAgent.id} AS "id", MAX(${oneAgent.name}) AS "name" FROM "Attended" AS "a" ${oneAgent.joined}
        JOIN "Conversation" c ON c."id" = "a"."conversationId"
        WHERE ${listingCondition(kind, { siteKeys })} GROUP BY ${oneAgent.id} ORDER BY 2, 1`,
  };

  function summaryOf(row: ConversationRow): Summary {
    return { conversation: conversationOf(row), lastText: row.lastText, lastAt: Number(row.lastAt) };
  }

  /** In the order asked for. */
  async function rowsOf(ids: string[]): Promise<ConversationRow[]> {
    if (ids.length === 0) return [];
    const rows = await client.conversation.findMany({ where: { id: { in: ids } } });
    const known = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => known.get(id) ?? []);
  }
}

/** The last of a page. */
interface Cursor {
  part: "waiting" | "rest";
  at: bigint;
  id: string;
}

interface Part {
  name: Cursor["part"];
  at: Prisma.Sql;
  condition: Prisma.Sql;
  order: Prisma.Sql;
}

const waitingAfter = (after: Cursor | undefined): Part => ({
  name: "waiting",
  at: Prisma.sql`c."waitingSince"`,
  condition: after
    ? Prisma.sql`c."status" = 'waiting' AND (c."waitingSince" > ${after.at} OR (c."waitingSince" = ${after.at} AND c."id" > ${after.id}))`
    : Prisma.sql`c."status" = 'waiting'`,
  order: Prisma.sql`c."waitingSince", c."id"`,
});

const restAfter = (others: Prisma.Sql, after: Cursor | undefined): Part => ({
  name: "rest",
  at: Prisma.sql`c."lastAt"`,
  condition:
    after?.part === "rest"
      ? Prisma.sql`${others} AND (c."lastAt" < ${after.at} OR (c."lastAt" = ${after.at} AND c."id" > ${after.id}))`
      : others,
  order: Prisma.sql`c."lastAt" DESC, c."id"`,
});

/** A cursor that cannot be read starts from the top: it only ever comes from a list of ours. */
function cursorOf(text: string): Cursor | undefined {
  const [, part, at = "", id = ""] = /^(waiting|rest)\/(\d{1,15})\/(.+)$/s.exec(text) ?? [];
  return part === "waiting" || part === "rest" ? { part, at: BigInt(at), id } : undefined;
}
