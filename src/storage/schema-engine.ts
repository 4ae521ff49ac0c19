import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { Database } from "./client.ts";
import { StorageError } from "./storage-error.ts";

/** Prisma's schema engine as WebAssembly from npm: the same engine the CLI downloads as a binary. */
interface Engine {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: unknown): Promise<{ stdout?: string | null; exitCode: number }>;
}

const filters = { externalTables: [], externalEnums: [] };

export interface Migration {
  name: string;
  sql: string;
}

export interface Target {
  kind: Database["kind"];
  adapter: SqlMigrationAwareDriverAdapterFactory;
  migrations: Migration[];
}

export async function applyMigrations({ kind, adapter, migrations }: Target): Promise<void> {
  try {
    await withEngine(kind, adapter, (engine) =>
      engine.applyMigrations({ migrationsList: listOf(kind, migrations), filters }),
    );
  } catch (error) {
    throw new StorageError(
      `The database could not be brought up to date: ${error instanceof Error ? error.message : String(error)}. Nothing of the failed step was kept; restore the backup or fix the cause and start again.`,
    );
  }
}

/** The SQL that leads from one Prisma schema (its text; nothing for an empty database) to another; undefined when they agree. */
export async function sqlBetween(
  { kind, adapter }: Pick<Target, "kind" | "adapter">,
  from: string | undefined,
  to: string,
): Promise<string | undefined> {
  const model = (content: string) => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
  });
  const { stdout, exitCode } = await withEngine(kind, adapter, (engine) =>
    engine.diff({
      from: from === undefined ? { tag: "empty" } : model(from),
      to: model(to),
      script: true,
      exitCode: true,
      filters,
    }),
  );
  return exitCode === 2 ? (stdout ?? "") : undefined;
}

const listOf = (kind: Database["kind"], migrations: Migration[]) => ({
  baseDir: "prisma/migrations",
  lockfile: { path: "migration_lock.toml", content: `provider = "${kind}"\n` },
  shadowDbInitScript: "",
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
  })),
});

/** Runs the engine and closes the connections it opened, which it never does by itself. */
async function withEngine<T>(
  kind: Database["kind"],
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const opened: SqlDriverAdapter[] = [];
  const remembering = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    async connect() {
      const connection = await adapter.connect();
      opened.push(connection);
      return connection;
    },
    connectToShadowDb: () => adapter.connectToShadowDb(),
  };

  const { SchemaEngine } = await loaded();
  const datamodels: [string, string][] = [["schema.prisma", datasource(kind)]];
  const factory = bindMigrationAwareSqlAdapterFactory(remembering);
  try {
    return await work((await SchemaEngine.new({ datamodels }, () => {}, factory)) as Engine);
  } finally {
    await Promise.all(opened.map((connection) => connection.dispose()));
  }
}

let bindings: ReturnType<typeof load> | undefined;

/** WebAssembly may be loaded once a process: its bindings keep their state in their module. */
const loaded = () => {
  bindings ??= load();
  return bindings;
};

async function load() {
  const require = createRequire(import.meta.url);
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  // The package does not export its .wasm file; it lies beside the bindings.
  const beside = dirname(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const bytes = await readFile(join(beside, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

const datasource = (kind: Database["kind"]) => `datasource db {\n  provider = "${kind}"\n}\n`;
