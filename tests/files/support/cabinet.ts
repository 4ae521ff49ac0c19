import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import type { Fetcher } from "../../../src/files/fetching.ts";
import { createFiles, type Sent } from "../../../src/files/index.ts";
import { errorTable } from "../../../src/http/errors.ts";
import { sqliteDatabase } from "../../support/databases.ts";
import { quietLog } from "../../support/quiet-log.ts";

export type Cabinet = Awaited<ReturnType<typeof openCabinet>>;

/** Files on a real disk and database behind a real server, with a clock the test moves. */
export async function openCabinet({
  secret = "a secret of thirty-two characters",
  fetchWithinMs = 60_000,
} = {}) {
  const folder = join(mkdtempSync(join(tmpdir(), "handoff-files-")), "uploads");
  const database = await sqliteDatabase();
  const storage = await database.open();
  const clock = { at: Date.now() };
  const fetchers: Record<string, Fetcher> = {};
  const log = quietLog();
  const app = express();
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const open = () =>
    createFiles({
      ...{ records: storage.files, folder, fetchers, log, publicUrl, secret, fetchWithinMs },
      now: () => clock.at,
      newId: randomUUID,
    });
  const files = open();
  app.use(files.router, errorTable(log));

  return {
    files,
    /** Another process, or the same one after a restart, on the same folder and database. */
    reopened: open,
    storage,
    records: storage.files,
    clock,
    fetchers,
    log,
    folder,

    keep: (content: Uint8Array | string, sent: Partial<Sent> = {}) =>
      files.keep(inPieces(Buffer.from(content)), {
        ...{ name: "file.bin", via: "widget", maxBytes: 25 * 1024 * 1024 },
        ...sent,
      }),

    /** The paths of all files on the disk. */
    onDisk: (): string[] =>
      readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),

    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await storage.close();
      await database.drop();
      rmSync(join(folder, ".."), { recursive: true, force: true });
    },
  };
}

export async function* inPieces(bytes: Uint8Array, size = 16_384): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
