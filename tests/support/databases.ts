import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStorage, type Storage } from "../../src/storage/index.ts";
import { databaseIn } from "./migrated-database.ts";

/** A clean database of one kind, and how to be rid of it. */
export interface TestDatabase {
  url: string;
  open(now?: () => number): Promise<Storage>;
  drop(): Promise<void>;
}

const server = process.env.TEST_POSTGRES_URL ?? "postgresql://postgres@127.0.0.1:5432/test";

/** Undefined where PostgreSQL answers; otherwise why its tests are skipped. With CI=true that is a failure. */
export const noPostgres: string | undefined = await reach();

export async function sqliteDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "handoff-"));
  const url = databaseIn(folder);
  return {
    url,
    open: (now = Date.now) => openStorage({ url, now, newId: randomUUID }),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function postgresDatabase(): Promise<TestDatabase> {
  const name = `handoff_${randomUUID().replaceAll("-", "")}`;
  await sql(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    open: (now = Date.now) => openStorage({ url: url.href, now, newId: randomUUID }),
    drop: () => sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Both kinds, for suites that must hold on each. */
export const databases = [
  { kind: "sqlite", create: sqliteDatabase, skip: undefined },
  { kind: "postgresql", create: postgresDatabase, skip: noPostgres },
] as const;

async function sql(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function reach(): Promise<string | undefined> {
  try {
    await sql("SELECT 1");
    return undefined;
  } catch (error) {
    const why = `no PostgreSQL at ${new URL(server).host}; set TEST_POSTGRES_URL`;
    if (process.env.CI === "true") throw new Error(why, { cause: error });
    console.warn(`PostgreSQL tests are skipped: ${why}`);
    return why;
  }
}
