import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../src/storage/client.ts";
import { createConversationStore } from "../../src/storage/conversations.ts";
import { openSqlite } from "../../src/storage/sqlite.ts";
import { createThreads } from "../../src/storage/threads.ts";
import { sqliteDatabase, type TestDatabase } from "../support/databases.ts";
import { change, somebody } from "./on-each-database.ts";

const claimed = { type: "conversation.claimed", agent: { id: "slack:T1/UANA", name: "Ana" } } as const;

let file: TestDatabase;
let database: Database;

beforeEach(async () => {
  file = await sqliteDatabase();
  await (await file.open()).close();
  database = await openSqlite(file.url);
});
afterEach(async () => {
  await database.client.$disconnect();
  await file.drop();
});

/** The database, whose reads answer only when they are let go. */
function slowToRead() {
  let letGo = () => {};
  let hasRead = () => {};
  const going = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const read = new Promise<void>((resolve) => {
    hasRead = resolve;
  });
  const findFirst = async <Args, Row>({
    args,
    query,
  }: {
    args: Args;
    query: (args: Args) => Promise<Row>;
  }) => {
    const row = await query(args);
    hasRead();
    await going;
    return row;
  };
  const client = database.client.$extends({
    query: { conversation: { findFirst }, thread: { findFirst } },
  });
  return { slow: { ...database, client: client as unknown as Database["client"] }, letGo, read };
}

test("a conversation that changed while it was read is remembered as it is now", async () => {
  const { slow, letGo, read } = slowToRead();
  const changes = database.changes();
  const clock = { now: Date.now, newId: randomUUID };
  const elsewhere = createConversationStore(database, changes, clock);
  const store = createConversationStore(slow, changes, clock);
  const { conversation: first = somebody() } = await elsewhere.record(change(somebody(), claimed));

  const reading = store.find(first.id);
  await read;
  await store.record(change({ ...first, status: "closed" }, claimed));
  letGo();

  expect(await reading).toMatchObject({ status: "closed", version: 2 });
  expect(await store.find(first.id)).toMatchObject({ status: "closed", version: 2 });
  expect(await store.findByVisitor("default", first.visitor.id)).toMatchObject({ status: "closed" });
  changes.close();
});

test("a thread that moved while it was read is remembered where it is now", async () => {
  const { slow, letGo, read } = slowToRead();
  await createThreads(database, Date.now).link("slack", "c1", "T1/C1/1");
  const threads = createThreads(slow, Date.now);

  const reading = threads.find("slack", "c1");
  await read;
  await threads.move("slack", "c1", { from: "T1/C1/1", to: "T1/C2/1" });
  letGo();

  expect(await reading).toBe("T1/C2/1");
  expect(await threads.find("slack", "c1")).toBe("T1/C2/1");
});
