import { Conflict } from "../conversation/errors.ts";
import type { Recorded } from "../conversation/store.ts";
import {
  type Clock,
  keyOf,
  numbered,
  type Rows,
  repeated,
  rowsOf,
  type SourceRow,
  type Write,
} from "./changes.ts";
import type { Transaction } from "./client.ts";
import {
  changeDetails,
  insertEvents,
  insertSources,
  many,
  markLanes,
  noteAttended,
  rewriteEvents,
  type Statement,
  saveConversations,
  saveFindables,
  seenSources,
  showLastTexts,
} from "./statements.ts";

/** Writes changes inside a transaction; throws `Conflict` when any of them was made on an outdated version. */
export async function writeChanges(
  transaction: Transaction,
  changes: Write[],
  clock: Clock,
): Promise<Recorded[]> {
  const seen = new Map<string, SourceRow>();
  const sources = changes.map(({ source }) => source);
  for (const row of await transaction.$queryRaw<SourceRow[]>(many(seenSources, sources)))
    seen.set(keyOf(row), { ...row, seq: Number(row.seq) });

  const fresh: Rows[] = [];
  const recorded = changes.map((change) => {
    const before = seen.get(keyOf(change.source));
    if (before) return repeated(before);

    const result = numbered(change, clock);
    const rows = rowsOf(change, result);
    seen.set(keyOf(change.source), rows.source);
    fresh.push(rows);
    return result;
  });

  if (fresh.length > 0) await write(transaction, fresh);
  return recorded;
}

async function write(transaction: Transaction, fresh: Rows[]): Promise<void> {
  const conversations = fresh.map(({ conversation }) => conversation);
  if (new Set(conversations.map(({ id }) => id)).size < fresh.length) throw new Conflict();

  // Always in the same order, or two processes could each wait for the other's row.
  const sorted = conversations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if ((await transaction.$executeRaw(many(saveConversations, sorted))) !== fresh.length) throw new Conflict();

  const run = async <Row>(statement: Statement<Row>, rows: Row[]) => {
    if (rows.length > 0) await transaction.$executeRaw(many(statement, rows));
  };
  await run(
    insertEvents,
    fresh.flatMap(({ events }) => events),
  );
  await run(
    insertSources,
    fresh.map(({ source }) => source),
  );
  await run(
    markLanes,
    fresh.flatMap(({ lanes }) => lanes),
  );
  await run(
    rewriteEvents,
    fresh.flatMap(({ words }) => words),
  );
  await run(
    showLastTexts,
    fresh.flatMap(({ lastTexts }) => lastTexts),
  );
  await run(
    saveFindables,
    fresh.flatMap(({ findables }) => findables),
  );
  await run(
    changeDetails,
    fresh.flatMap(({ details }) => details),
  );
  await run(
    noteAttended,
    fresh.flatMap(({ attended }) => attended),
  );
}
