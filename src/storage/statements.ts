import type { Lane as LaneRow } from "./generated/sqlite/client.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import type { eventRowOf, rowOf } from "./rows.ts";

/** The five statements of a change, each for many changes at once: SQL that SQLite and PostgreSQL read alike. */

export interface SourceRow {
  via: string;
  externalId: string;
  conversationId: string;
  seq: number;
}

export const seenSources = (sources: { via: string; externalId: string }[]) =>
  statement(
    `SELECT "via", "externalId", "conversationId", "seq" FROM "Source" WHERE ("via", "externalId") IN (VALUES `,
    sources.map(({ via, externalId }) => [via, externalId]),
    ")",
  );

/** Affects one row per conversation whose saved version is the one this change was made on. */
export function saveConversations(rows: ReturnType<typeof rowOf>[]) {
  const updates = conversationColumns
    .filter((column) => !keptColumns.has(column))
    .map((column) => `"${column}" = excluded."${column}"`)
    .concat(`"lastText" = COALESCE(NULLIF(excluded."lastText", ''), "Conversation"."lastText")`);
  return statement(
    `INSERT INTO "Conversation" (${quoted(conversationColumns)}) VALUES `,
    rows.map((row) => conversationColumns.map((column) => row[column])),
    ` ON CONFLICT ("id") DO UPDATE SET ${updates.join(", ")} WHERE "Conversation"."version" = excluded."version" - 1`,
  );
}

export const insertEvents = (rows: ReturnType<typeof eventRowOf>[]) =>
  statement(
    `INSERT INTO "Event" (${quoted(eventColumns)}) VALUES `,
    rows.map((row) => eventColumns.map((column) => row[column])),
  );

export const insertSources = (rows: SourceRow[]) =>
  statement(
    `INSERT INTO "Source" ("via", "externalId", "conversationId", "seq") VALUES `,
    rows.map((row) => [row.via, row.externalId, row.conversationId, row.seq]),
  );

/** A lane that waits for a retry keeps its time; an idle one is due now; a dead one gets one more try. */
export const markLanes = (rows: Pick<LaneRow, "listener" | "conversationId" | "wantedSeq" | "dueAt">[]) =>
  statement(
    `INSERT INTO "Lane" ("listener", "conversationId", "wantedSeq", "dueAt") VALUES `,
    rows.map((row) => [row.listener, row.conversationId, row.wantedSeq, row.dueAt]),
    ` ON CONFLICT ("listener", "conversationId") DO UPDATE SET "wantedSeq" = excluded."wantedSeq",
      "dueAt" = COALESCE("Lane"."dueAt", excluded."dueAt"), "deadAt" = NULL`,
  );

const conversationColumns = [
  "id",
  "siteKey",
  "visitorId",
  "visitorName",
  "visitorEmail",
  "pageUrl",
  "pageTitle",
  "status",
  "agentId",
  "agentName",
  "agentAvatarUrl",
  "generation",
  "version",
  "seq",
  "boundarySeq",
  "handoff",
  "waitingSince",
  "lastText",
  "lastAt",
  "createdAt",
] as const;

/** Fixed at the first save, or saved in a way of its own. */
const keptColumns = new Set<string>(["id", "siteKey", "visitorId", "createdAt", "lastText"]);

const eventColumns = ["conversationId", "seq", "id", "type", "via", "at", "payload", "text"] as const;

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(", ");

/** `before (?, ?), (?, ?) after`, with the rows as parameters. */
function statement(before: string, rows: unknown[][], after = ""): Prisma.Sql {
  const strings: string[] = [];
  let pending = before;
  rows.forEach((row, index) => {
    pending += index === 0 ? "(" : "), (";
    row.forEach((_, column) => {
      strings.push(column === 0 ? pending : ", ");
      pending = "";
    });
  });
  strings.push(`)${after}`);
  return new Prisma.Sql(strings, rows.flat());
}
