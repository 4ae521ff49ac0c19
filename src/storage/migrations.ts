import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Database } from "./client.ts";
import { packageRoot } from "./package-root.ts";
import type { Migration } from "./schema-engine.ts";
import { StorageError } from "./storage-error.ts";

export interface Opener {
  open(): Promise<Database>;
  adapter(): SqlMigrationAwareDriverAdapterFactory;
}

/**
 * Opens the database at the model this code knows, migrated with Prisma's own engine and bookkeeping. One that is up
 * to date costs one query; one that is newer than the code is refused, because this code would damage it.
 */
export async function openMigrated({
  open,
  adapter,
}: Opener): Promise<{ database: Database; applied: string[] }> {
  const database = await open();
  const missing = await missingFrom(database).catch(async (error: unknown) => {
    await database.client.$disconnect();
    throw error;
  });
  if (missing.length === 0) return { database, applied: [] };

  // The engine locks a SQLite file for itself alone.
  await database.client.$disconnect();
  const { applyMigrations } = await import("./schema-engine.ts");
  const migrations = migrationsOf(database.kind);
  await applyMigrations({ kind: database.kind, adapter: adapter(), migrations });
  return { database: await open(), applied: missing };
}

async function missingFrom(database: Database): Promise<string[]> {
  const known = migrationsOf(database.kind);
  const applied = await appliedTo(database);

  const unknown = [...applied.keys()].filter((name) => !known.some((migration) => migration.name === name));
  if (unknown.length > 0)
    throw new StorageError(
      `The database is newer than this program: it has the migration "${unknown.at(-1)}". Start the newer version, or restore the backup made before the update.`,
    );
  return known.filter(({ name, sql }) => applied.get(name) !== checksum(sql)).map(({ name }) => name);
}

export function migrationsOf(kind: Database["kind"]): Migration[] {
  const folder = join(packageRoot(), "prisma/migrations", kind);
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
}

/** Name and checksum of each migration in Prisma's own table; empty for a new database. */
async function appliedTo({ kind, client }: Database): Promise<Map<string, string>> {
  const tables =
    kind === "sqlite"
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`
      : `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '_prisma_migrations'`;
  if ((await client.$queryRawUnsafe<unknown[]>(tables)).length === 0) return new Map();

  const rows = await client.$queryRawUnsafe<{ migration_name: string; checksum: string }[]>(
    `SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

const checksum = (sql: string) => createHash("sha256").update(sql).digest("hex");
