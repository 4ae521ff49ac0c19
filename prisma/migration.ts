// Writes the next migration for both databases: `npm run migration -- add-visitor-phone`.
// Needs a PostgreSQL to ask (DATABASE_URL); nothing in it is changed.
// With `--check`, writes nothing and fails when schema.prisma has moved on without a migration.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../src/storage/client.ts";
import { migrationsOf } from "../src/storage/migrations.ts";
import { packageRoot } from "../src/storage/package-root.ts";
import { postgresqlAdapter } from "../src/storage/postgresql.ts";
import { sqlBetween } from "../src/storage/schema-engine.ts";
import { sqliteAdapter } from "../src/storage/sqlite.ts";
import { postgresqlSchema } from "./postgresql-schema.mjs";

const folder = join(packageRoot(), "prisma");
/** The model that the migrations lead to. */
const migratedFile = join(folder, "migrations/migrated.prisma");
const migrated = existsSync(migratedFile) ? readFileSync(migratedFile, "utf8") : undefined;
const schema = readFileSync(join(folder, "schema.prisma"), "utf8");

const [argument] = process.argv.slice(2);
if (!argument) throw new Error("Give the migration a name: npm run migration -- add-visitor-phone");

const databases = {
  sqlite: { adapter: () => sqliteAdapter(":memory:"), model: (text: string) => text },
  postgresql: {
    adapter: () =>
      postgresqlAdapter(process.env["DATABASE_URL"] ?? "postgresql://postgres@127.0.0.1:5432/test"),
    model: postgresqlSchema,
  },
};

let differs = false;
for (const kind of argument === "--check" ? (["sqlite"] as const) : (["sqlite", "postgresql"] as const)) {
  const { adapter, model } = databases[kind];
  const sql = await sqlBetween({ kind, adapter: adapter() }, migrated && model(migrated), model(schema));
  if (sql === undefined) continue;
  differs = true;
  if (argument !== "--check") write(kind, argument, sql);
}

if (!differs) console.log("schema.prisma and prisma/migrations agree.");
else if (argument === "--check") {
  console.error("schema.prisma has changed without a migration. Run: npm run migration -- NAME");
  process.exitCode = 1;
} else writeFileSync(migratedFile, schema);

function write(kind: Database["kind"], name: string, sql: string): void {
  const [last = "0"] = migrationsOf(kind).at(-1)?.name.split("_") ?? [];
  const numbered = `${String(Number(last) + 1).padStart(4, "0")}_${name}`;
  mkdirSync(join(folder, "migrations", kind, numbered), { recursive: true });
  writeFileSync(join(folder, "migrations", kind, numbered, "migration.sql"), sql);
  console.log(`prisma/migrations/${kind}/${numbered}`);
}
