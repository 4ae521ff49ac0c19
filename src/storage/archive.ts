import type { Archive } from "../conversation/archive.ts";
import { testVisitorPrefix } from "../conversation/test-visitor.ts";
import type { Client } from "./client.ts";
import { notErased } from "./erased.ts";
import type { Event as EventRow } from "./generated/sqlite/client.ts";
import type { AsRead } from "./rows.ts";

const realOnes = { visitorId: { not: { startsWith: testVisitorPrefix } }, ...notErased };

export function createArchive(client: Client, { conversationOf, eventOf }: AsRead): Archive {
  return {
    count: () => client.conversation.count({ where: realOnes }),

    async latest({ after, limit }) {
      const rows = await client.conversation.findMany({
        where: { ...realOnes, ...(after === undefined ? {} : olderThan(after)) },
        orderBy: [{ lastAt: "desc" }, { id: "asc" }],
        take: limit,
      });
      const events = new Map<string, EventRow[]>(rows.map(({ id }) => [id, []]));
      for (const row of await client.event.findMany({
        where: { conversationId: { in: [...events.keys()] } },
        orderBy: { seq: "asc" },
      }))
        events.get(row.conversationId)?.push(row);

      const last = rows.at(-1);
      return {
        told: rows.map((row) => ({
          conversation: conversationOf(row),
          events: (events.get(row.id) ?? []).map(eventOf),
        })),
        cursor: rows.length === limit && last ? `${last.lastAt}/${last.id}` : undefined,
      };
    },
  };
}

/** A cursor that cannot be read starts from the top: it only ever comes from a page of ours. */
function olderThan(cursor: string) {
  const [, digits, id] = /^(\d{1,15})\/(.+)$/s.exec(cursor) ?? [];
  if (digits === undefined || id === undefined) return {};
  const lastAt = BigInt(digits);
  return { OR: [{ lastAt: { lt: lastAt } }, { lastAt, id: { gt: id } }] };
}
