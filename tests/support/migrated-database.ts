import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStorage } from "../../src/storage/index.ts";

const variable = "MIGRATED_DATABASE";

/** Before all tests: one empty SQLite file, migrated as the product does it, that most tests start from. */
export default async function migrateOnce(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "handoff-migrated-"));
  const file = join(folder, "handoff.db");
  // Its first site is older than whatever a test says the time is.
  const storage = await openStorage({ url: `file:${file}`, now: () => 0, newId: randomUUID });
  await storage.close();
  process.env[variable] = file;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The address of an empty database in `folder`. Outside of the tests it is migrated when it is opened. */
export function databaseIn(folder: string): string {
  const file = join(folder, "handoff.db");
  const migrated = process.env[variable];
  if (migrated) copyFileSync(migrated, file);
  return `file:${file}`;
}
