import type { Directory, Listing, Summary } from "../conversation/directory.ts";
import { testVisitorPrefix } from "../conversation/test-visitor.ts";
import type { Client } from "./client.ts";
import type { Conversation as ConversationRow } from "./generated/sqlite/client.ts";
import { conversationOf } from "./rows.ts";

const defaultLimit = 50;
/** A search that finds more than this asks for better words. */
const maxFound = 2_000;

export function createDirectory(client: Client): Directory {
  return {
    async list(listing) {
      const { limit = defaultLimit } = listing;
      const where = { AND: [await conditions(client, listing)] };
      const after = listing.after === undefined ? undefined : cursorOf(listing.after);

      const waiting =
        after?.part === "rest"
          ? []
          : await client.conversation.findMany({
              where: { ...where, status: "waiting", ...(after && afterInWaiting(after)) },
              orderBy: [{ waitingSince: "asc" }, { id: "asc" }],
              take: limit,
            });
      const rest =
        waiting.length === limit
          ? []
          : await client.conversation.findMany({
              where: {
                ...where,
                NOT: { status: "waiting" },
                ...(after?.part === "rest" && afterInRest(after)),
              },
              orderBy: [{ lastAt: "desc" }, { id: "asc" }],
              take: limit - waiting.length,
            });

      const rows = [...waiting, ...rest];
      const last = rows.at(-1);
      return {
        summaries: rows.map(summaryOf),
        cursor: rows.length === limit && last ? cursorAt(last) : undefined,
      };
    },
  };
}

async function conditions(client: Client, { status, agentId, siteKeys, handedOff, search }: Listing) {
  const words = (search ?? "").split(/\s+/).filter(Boolean).slice(0, 8);
  return {
    visitorId: { not: { startsWith: testVisitorPrefix } },
    ...(status === "open" ? { NOT: { status: "closed" } } : status ? { status } : {}),
    ...(agentId === undefined ? {} : { agentId }),
    ...(siteKeys && { siteKey: { in: [...siteKeys] } }),
    ...(handedOff && { handoff: { not: null } }),
    ...(words.length > 0 && { AND: await Promise.all(words.map((word) => mentions(client, word))) }),
  };
}

async function mentions(client: Client, word: string) {
  const pattern = `%${word.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const found = await client.$queryRaw<{ id: string }[]>`
    SELECT "conversationId" AS "id" FROM "Event" WHERE LOWER("text") LIKE ${pattern} ESCAPE '\\'
    UNION SELECT "id" FROM "Conversation"
      WHERE LOWER("visitorName") LIKE ${pattern} ESCAPE '\\' OR LOWER("visitorEmail") LIKE ${pattern} ESCAPE '\\'
    LIMIT ${maxFound}`;
  return { id: { in: found.map(({ id }) => id) } };
}

interface Cursor {
  part: "waiting" | "rest";
  at: bigint;
  id: string;
}

const afterInWaiting = ({ at, id }: Cursor) => ({
  OR: [{ waitingSince: { gt: at } }, { waitingSince: at, id: { gt: id } }],
});

const afterInRest = ({ at, id }: Cursor) => ({
  OR: [{ lastAt: { lt: at } }, { lastAt: at, id: { gt: id } }],
});

const cursorAt = (row: ConversationRow) =>
  row.status === "waiting" ? `waiting/${row.waitingSince}/${row.id}` : `rest/${row.lastAt}/${row.id}`;

/** A cursor that cannot be read starts from the top: it only ever comes from a list of ours. */
function cursorOf(text: string): Cursor | undefined {
  const [part, at = "", id = ""] = text.split("/");
  if ((part !== "waiting" && part !== "rest") || !/^\d{1,15}$/.test(at)) return undefined;
  return { part, at: BigInt(at), id };
}

const summaryOf = (row: ConversationRow): Summary => ({
  conversation: conversationOf(row),
  lastText: row.lastText,
  lastAt: Number(row.lastAt),
});
