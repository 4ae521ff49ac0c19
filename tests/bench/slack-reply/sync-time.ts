import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";

/** Milliseconds the disk takes to make one row safe: the part of a durable reply that no program can save. */
export function createSyncTime(folder: string) {
  const database = new Database(join(folder, "sync.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE Reply (text TEXT NOT NULL)");
  const insert = database.prepare("INSERT INTO Reply (text) VALUES (?)");

  return {
    async run(count: number): Promise<number[]> {
      const times: number[] = [];
      while (times.length < count) {
        const startedAt = performance.now();
        insert.run("I am looking into it.");
        times.push(performance.now() - startedAt);
        await sleep(5);
      }
      return times;
    },
    end: () => void database.close(),
  };
}
