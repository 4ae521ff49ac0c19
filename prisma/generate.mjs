// Generates the Prisma clients, one per database, from the one model in schema.prisma.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { postgresqlSchema } from "./postgresql-schema.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const root = dirname(folder);
const derived = join(root, "src/storage/generated/postgresql.prisma");

mkdirSync(dirname(derived), { recursive: true });
writeFileSync(derived, postgresqlSchema(readFileSync(join(folder, "schema.prisma"), "utf8")));

for (const schema of [join(folder, "schema.prisma"), derived]) {
  execFileSync(
    process.execPath,
    [join(root, "node_modules/prisma/build/index.js"), "generate", "--schema", schema],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      // `generate` looks for the native schema engine, which it never runs; without this it would download it.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", ...process.env },
    },
  );
}
rmSync(derived);
