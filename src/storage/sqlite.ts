import { accessSync, constants, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { Database } from "./client.ts";
import { PrismaClient } from "./generated/sqlite/client.ts";
import { openSqliteChanges } from "./sqlite-changes.ts";
import { StorageError } from "./storage-error.ts";

/** How long a statement waits for another process (a backup, a shell) to let go of the file. */
const busyTimeoutMs = 10_000;

/**
 * Pages of 4 kB in the write-ahead log before it is folded into the database. SQLite's 1,000 would let every hundredth
 * message wait for that; this is a log file of 40 MB at most.
 */
const checkpointPages = 10_000;

export const sqliteAdapter = (url: string) => new PrismaBetterSqlite3({ url, timeout: busyTimeoutMs });

/** Opens the file, in WAL with full sync: what was acknowledged survives a power cut. */
export async function openSqlite(url: string): Promise<Database> {
  writable(url.replace(/^file:/, ""));
  const client = new PrismaClient({ adapter: sqliteAdapter(url) });

  const [mode] = await client.$queryRawUnsafe<{ journal_mode: string }[]>("PRAGMA journal_mode = WAL");
  if (mode?.journal_mode !== "wal")
    throw new StorageError(`SQLite cannot keep a write-ahead log beside ${url}. Is it on a network drive?`);
  await client.$queryRawUnsafe("PRAGMA synchronous = FULL");
  await client.$queryRawUnsafe(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  await client.$queryRawUnsafe("PRAGMA foreign_keys = ON");
  // What is deleted is overwritten: it was erased for a reason.
  await client.$queryRawUnsafe("PRAGMA secure_delete = ON");

  const changes = () => openSqliteChanges(url.replace(/^file:/, ""), { busyTimeoutMs, checkpointPages });
  return { kind: "sqlite", client, exclusive: true, changes };
}

function writable(path: string): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StorageError(
      `The folder ${folder} cannot be written to. Give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}
