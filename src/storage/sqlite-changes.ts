import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { Conflict } from "../conversation/errors.ts";
import type { Recorded } from "../conversation/store.ts";
import { type Clock, numbered, type Rows, repeated, rowsOf, type SourceRow, type Write } from "./changes.ts";
import {
  changeDetails,
  insertEvents,
  insertSources,
  markLanes,
  noteAttended,
  rewriteEvents,
  type Statement,
  saveConversations,
  saveFindables,
  seenSources,
  showLastTexts,
  textForOne,
} from "./statements.ts";
import type { ChangeLog } from "./writer.ts";

const retryMs = 2;

interface Pace {
  busyTimeoutMs: number;
  checkpointPages: number;
}

/**
 * Changes on SQLite, on a connection of their own and without Prisma on the way, which would cost five times as much.
 * A transaction begins and ends in one turn of the event loop, so it never stands in the way of Prisma's.
 */
export function openSqliteChanges(path: string, { busyTimeoutMs, checkpointPages }: Pace): ChangeLog {
  const database = new Database(path, { timeout: 0 });
  database.pragma("synchronous = FULL");
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);

  const prepared = <Row>(statement: Statement<Row>, otherwise = "") => {
    const sql = database.prepare(textForOne(statement) + otherwise);
    return { sql, run: (row: Row) => sql.run(statement.columns.map((column) => row[column])) };
  };
  const seen = prepared(seenSources).sql;
  const conversation = prepared(saveConversations);
  const event = prepared(insertEvents);
  const source = prepared(insertSources, " ON CONFLICT DO NOTHING");
  const lane = prepared(markLanes);
  const words = prepared(rewriteEvents);
  const lastText = prepared(showLastTexts);
  const findable = prepared(saveFindables);
  const details = prepared(changeDetails);
  const attended = prepared(noteAttended);

  const write = database.transaction((changes: Write[], clock: Clock): Recorded[] => {
    const written = new Set<string>();
    return changes.map((change) => {
      const recorded = numbered(change, clock);
      const rows = rowsOf(change, recorded);
      if (source.run(rows.source).changes === 0)
        return repeated(seen.get(rows.source.via, rows.source.externalId) as SourceRow);
      save(rows);
      return recorded;
    });

    function save(rows: Rows): void {
      if (written.has(rows.conversation.id)) throw new Conflict();
      written.add(rows.conversation.id);
      if (conversation.run(rows.conversation).changes !== 1) throw new Conflict();
      for (const row of rows.events) event.run(row);
      for (const row of rows.lanes) lane.run(row);
      for (const row of rows.words) words.run(row);
      for (const row of rows.lastTexts) lastText.run(row);
      for (const row of rows.findables) findable.run(row);
      for (const row of rows.details) details.run(row);
      for (const row of rows.attended) attended.run(row);
    }
  }).immediate;

  return {
    async write(changes, clock) {
      const giveUpAt = performance.now() + busyTimeoutMs;
      for (;;) {
        try {
          return write(changes, clock);
        } catch (error) {
          if (!isBusy(error) || performance.now() > giveUpAt) throw error;
          // Prisma is in the middle of a transaction, or another process is: waiting must not stop the event loop.
          await sleep(retryMs);
        }
      }
    },
    close: () => void database.close(),
  };
}

const isBusy = (error: unknown) =>
  error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
