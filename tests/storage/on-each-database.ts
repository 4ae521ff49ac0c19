import { randomUUID } from "node:crypto";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { begun, type Conversation } from "../../src/conversation/conversation.ts";
import type { Happening } from "../../src/conversation/events.ts";
import type { Change } from "../../src/conversation/store.ts";
import type { Storage } from "../../src/storage/index.ts";
import { databases, type TestDatabase } from "../support/databases.ts";

/** What a contract test works with: storage on an open database, its clock, and a way to look from elsewhere. */
export interface Bench {
  readonly storage: Storage;
  clock: { at: number };
  /** Closes storage and opens it again. */
  restart(): Promise<void>;
  /** A second node on the same database; undefined where there can only be one. */
  otherNode(): Promise<Storage | undefined>;
  /** The same act four times at once, from two nodes where there can be two. */
  atOnce<Result>(act: (storage: Storage) => Promise<Result>): Promise<Result[]>;
  /** Writes past storage, as somebody with a database shell does. */
  sql(text: string): Promise<void>;
}

/** Describes one promise of storage on SQLite and on PostgreSQL. */
export function onEachDatabase(name: string, tests: (bench: Bench) => void): void {
  describe.each(databases)(`${name} on $kind`, ({ kind, create, skip }) => {
    let database: TestDatabase;
    let storage: Storage | undefined;
    let others: Storage[] = [];
    const clock = { at: 1_800_000_000_000 };
    const now = () => ++clock.at;

    beforeAll(async () => {
      if (!skip) database = await create();
    });
    beforeEach(async ({ skip: skipTest }) => {
      if (skip) return skipTest(skip);
      storage = await database.open(now);
    });
    afterEach(async () => {
      for (const each of [...others, storage]) await each?.close();
      others = [];
    });
    afterAll(async () => database?.drop());

    const bench: Bench = {
      clock,
      get storage() {
        if (!storage) throw new Error("Storage is open within a test only.");
        return storage;
      },
      async restart() {
        await storage?.close();
        storage = await database.open(now);
      },
      async otherNode() {
        if (kind === "sqlite") return undefined;
        const other = await database.open(now);
        others.push(other);
        return other;
      },
      async atOnce(act) {
        const here = bench.storage;
        const elsewhere = (await bench.otherNode()) ?? here;
        return Promise.all([here, elsewhere, here, elsewhere].map(act));
      },
      async sql(text) {
        if (kind === "sqlite") {
          const file = new Sqlite(database.url.replace(/^file:/, ""));
          file.exec(text);
          file.close();
          return;
        }
        const client = new pg.Client({ connectionString: database.url });
        await client.connect();
        await client.query(text).finally(() => client.end());
      },
    };
    tests(bench);
  });
}

export const somebody = (): Conversation =>
  begun({
    id: randomUUID(),
    siteKey: "default",
    visitor: { id: randomUUID() },
    createdAt: 1_800_000_000_000,
  });

export const change = (conversation: Conversation, ...happenings: Happening[]): Change => ({
  conversation,
  happenings,
  source: { via: "widget", externalId: randomUUID() },
  lanes: [],
});
