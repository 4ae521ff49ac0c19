import { setImmediate as turn } from "node:timers/promises";
import { termsOf } from "../../search/terms.ts";
import type { Client } from "../client.ts";
import type { Attended, Event as EventRow } from "../generated/sqlite/client.ts";
import { conversationOf, eventOf } from "../rows.ts";
import { many, type Statement } from "../statements.ts";
import { attendedRowsOf } from "./attended-rows.ts";
import { detailsRowOf, type FindableRow } from "./findable-rows.ts";

/** Conversations looked at in one query. */
const pageSize = 500;
/** Rows written in one statement: few enough that nobody who writes meanwhile notices. */
const maxRows = 200;

export interface Backfill {
  /** Resolves when everything is found, or with `stop`. Rejects when the database fails. */
  done: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Makes findable what was said before there was an index, beside everything else. What is there already is skipped, so
 * it can be interrupted at any time and goes on at the next start.
 */
export function startBackfill(client: Client): Backfill {
  let stopped = false;
  const done = run();
  // Whoever waits for it hears of a failure; for everybody else search finds less until the next start.
  done.catch(() => {});
  return {
    done,
    async stop() {
      stopped = true;
      await done.catch(() => {});
    },
  };

  async function run(): Promise<void> {
    let after = "";
    while (!stopped) {
      await turn();
      const page = await client.$queryRaw<{ id: string; findable: number | null }[]>`
        SELECT c."id", f."id" AS "findable" FROM "Conversation" c
        LEFT JOIN "Findable" f ON f."conversationId" = c."id" AND f."seq" = 0
        WHERE c."id" > ${after} ORDER BY c."id" LIMIT ${pageSize}`;
      for (const { id, findable } of page) if (findable === null && !stopped) await fill(client, id);
      const last = page.at(-1);
      if (!last || page.length < pageSize) return;
      after = last.id;
    }
  }
}

/** The row of the conversation itself comes last: it says that all others are there. */
async function fill(client: Client, conversationId: string): Promise<void> {
  const row = await client.conversation.findFirst({ where: { id: conversationId } });
  if (!row) return;
  const events = await client.event.findMany({
    where: { conversationId, type: { in: ["message.posted", "conversation.claimed"] } },
    orderBy: { seq: "asc" },
  });
  const said = events.filter(({ text }) => text !== "").map(wordRowOf);
  for (let from = 0; from < said.length; from += maxRows) {
    await client.$executeRaw(many(fillFindables, said.slice(from, from + maxRows)));
    await turn();
  }
  const attended = attendedRowsOf(events.map(eventOf));
  if (attended.length > 0) await client.$executeRaw(many(fillAttended, attended));
  await client.$executeRaw(many(fillDetails, [detailsRowOf(conversationOf(row))]));
}

interface WordRow extends FindableRow {
  text: string;
}

const wordRowOf = ({ conversationId, seq, text }: EventRow): WordRow => ({
  conversationId,
  seq,
  terms: termsOf(text),
  text,
});

/** Only while the words are still those: what is changed or deleted meanwhile must not be found by its old ones. */
const fillFindables: Statement<WordRow> = {
  before: `WITH "new" ("conversationId", "seq", "terms", "text") AS (VALUES `,
  columns: ["conversationId", "seq", "terms", "text"],
  after: `) INSERT INTO "Findable" ("conversationId", "seq", "terms")
    SELECT e."conversationId", e."seq", "new"."terms" FROM "new" JOIN "Event" e
      ON e."conversationId" = "new"."conversationId" AND e."seq" = CAST("new"."seq" AS INTEGER)
    WHERE e."text" = "new"."text" ON CONFLICT DO NOTHING`,
};

const fillDetails: Statement<FindableRow> = {
  before: `INSERT INTO "Findable" ("conversationId", "seq", "terms") VALUES `,
  columns: ["conversationId", "seq", "terms"],
  after: " ON CONFLICT DO NOTHING",
};

const fillAttended: Statement<Attended> = {
  before: `INSERT INTO "Attended" ("agentId", "conversationId", "agentName") VALUES `,
  columns: ["agentId", "conversationId", "agentName"],
  after: " ON CONFLICT DO NOTHING",
};
