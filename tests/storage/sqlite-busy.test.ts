import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openDesk } from "../support/desk.ts";

test("while another process writes, a message waits its turn and everything else goes on", async () => {
  const desk = await openDesk();
  const other = new Database(desk.url.replace(/^file:/, ""));
  other.exec("BEGIN IMMEDIATE");

  const visitor = desk.visitor({ id: randomUUID() });
  let isSaved = false;
  const saved = visitor.says("Hello?").then(() => {
    isSaved = true;
  });
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(isSaved).toBe(false);

  other.exec("COMMIT");
  other.close();
  await saved;
  expect(await visitor.events()).toHaveLength(1);
  await desk.close();
});
