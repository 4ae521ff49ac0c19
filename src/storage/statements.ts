import type { LaneMark, LastTextRow, Rows, SourceRow, WordsRow } from "./changes.ts";
import { type Attended, Prisma } from "./generated/sqlite/client.ts";
import type { FindableRow } from "./search/findable-rows.ts";

/** SQL about rows of values, for one row or many at once, that SQLite and PostgreSQL read alike. */
export interface Statement<Row> {
  before: string;
  columns: readonly (keyof Row & string)[];
  after: string;
}

/** The statements of a change, and two of one to a message that was posted before. */

export const seenSources: Statement<Pick<SourceRow, "via" | "externalId">> = {
  before: `SELECT "via", "externalId", "conversationId", "seq" FROM "Source" WHERE ("via", "externalId") IN (VALUES `,
  columns: ["via", "externalId"],
  after: ")",
};

/** Fixed at the first save, or saved in a way of its own. */
const keptColumns = new Set<string>(["id", "siteKey", "visitorId", "createdAt", "lastText", "lastAt"]);

/** Affects one row per conversation whose saved version is the one this change was made on. */
export const saveConversations: Statement<Rows["conversation"]> = insertInto(
  "Conversation",
  [
    ...["id", "siteKey", "visitorId", "visitorName", "visitorEmail", "pageUrl", "pageTitle", "status"],
    ...[
      "agentId",
      "agentName",
      "agentAvatarUrl",
      "generation",
      "version",
      "seq",
      "boundarySeq",
      "handoff",
      "brief",
      "offer",
      "missed",
      "rating",
    ],
    ...[
      "visitorLanguage",
      "visitorPhone",
      "translating",
      "repliesTo",
      "isBlocked",
      "deliveredSeq",
      "seenSeq",
      "mailedSeq",
      "textedSeq",
      "lostContacts",
      "asksContact",
    ],
    ...["waitingSince", "lastText", "lastAt", "createdAt"],
  ] as (keyof Rows["conversation"])[],
  (columns) => {
    const updates = columns
      .filter((column) => !keptColumns.has(column))
      .map((column) => `"${column}" = excluded."${column}"`)
      .concat(
        `"lastAt" = CASE WHEN excluded."lastAt" > 0 THEN excluded."lastAt" ELSE "Conversation"."lastAt" END`,
      )
      .concat(`"lastText" = COALESCE(NULLIF(excluded."lastText", ''), "Conversation"."lastText")`);
    return ` ON CONFLICT ("id") DO UPDATE SET ${updates.join(", ")} WHERE "Conversation"."version" = excluded."version" - 1`;
  },
);

export const insertEvents: Statement<Rows["events"][number]> = insertInto("Event", [
  "conversationId",
  "seq",
  "id",
  "type",
  "via",
  "at",
  "payload",
  "text",
]);

export const insertSources: Statement<SourceRow> = insertInto("Source", [
  "via",
  "externalId",
  "conversationId",
  "seq",
]);

/** A lane that waits for a retry keeps its time; an idle one is due now; a dead one gets one more try. */
export const markLanes: Statement<LaneMark> = insertInto(
  "Lane",
  ["listener", "conversationId", "wantedSeq", "dueAt"],
  () => ` ON CONFLICT ("listener", "conversationId") DO UPDATE SET "wantedSeq" = excluded."wantedSeq",
      "dueAt" = COALESCE("Lane"."dueAt", excluded."dueAt"), "deadAt" = NULL`,
);

export const rewriteEvents: Statement<WordsRow> = {
  before: `WITH "new" ("conversationId", "seq", "text") AS (VALUES `,
  columns: ["conversationId", "seq", "text"],
  after: `) UPDATE "Event" SET "text" = "new"."text" FROM "new"
    WHERE "Event"."conversationId" = "new"."conversationId" AND "Event"."seq" = CAST("new"."seq" AS INTEGER)`,
};

/** Unlike a save, it can leave nothing to show. */
export const showLastTexts: Statement<LastTextRow> = {
  before: `WITH "new" ("id", "lastText") AS (VALUES `,
  columns: ["id", "lastText"],
  after: `) UPDATE "Conversation" SET "lastText" = "new"."lastText" FROM "new" WHERE "Conversation"."id" = "new"."id"`,
};

export const saveFindables: Statement<FindableRow> = insertInto(
  "Findable",
  ["conversationId", "seq", "terms"],
  () => ` ON CONFLICT ("conversationId", "seq") DO UPDATE SET "terms" = excluded."terms"
      WHERE "Findable"."terms" <> excluded."terms"`,
);

/** Writes only what has changed: the index is spared wherever the same visitor goes on. */
export const changeDetails: Statement<FindableRow> = {
  before: `WITH "new" ("conversationId", "terms") AS (VALUES `,
  columns: ["conversationId", "terms"],
  after: `) UPDATE "Findable" SET "terms" = "new"."terms" FROM "new"
    WHERE "Findable"."conversationId" = "new"."conversationId" AND "Findable"."seq" = 0
      AND "Findable"."terms" <> "new"."terms"`,
};

export const noteAttended: Statement<Attended> = insertInto(
  "Attended",
  ["agentId", "conversationId", "agentName"],
  () => ` ON CONFLICT ("agentId", "conversationId") DO UPDATE SET "agentName" = excluded."agentName"
      WHERE "Attended"."agentName" <> excluded."agentName"`,
);

function insertInto<Column extends string>(
  table: string,
  columns: readonly Column[],
  after: (columns: readonly Column[]) => string = () => "",
) {
  const names = columns.map((column) => `"${column}"`).join(", ");
  return { before: `INSERT INTO "${table}" (${names}) VALUES `, columns, after: after(columns) };
}

/** The text for one row, as SQLite prepares it. */
export const textForOne = <Row>({ before, columns, after }: Statement<Row>) =>
  `${before}(${columns.map(() => "?").join(", ")})${after}`;

/** `before (?, ?), (?, ?) after`, with the rows as parameters. */
export function many<Row>({ before, columns, after }: Statement<Row>, rows: Row[]): Prisma.Sql {
  const strings: string[] = [];
  let pending = before;
  rows.forEach((_row, index) => {
    pending += index === 0 ? "(" : "), (";
    columns.forEach((_column, at) => {
      strings.push(at === 0 ? pending : ", ");
      pending = "";
    });
  });
  strings.push(`)${after}`);
  return new Prisma.Sql(
    strings,
    rows.flatMap((row) => columns.map((column) => row[column])),
  );
}
