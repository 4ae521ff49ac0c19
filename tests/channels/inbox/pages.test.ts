import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "./support/inbox-server.ts";

let folder: string;
let server: InboxServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inbox-web-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>Inbox</title>");
  await writeFile(join(folder, "assets/index-1a2b.js"), "export {};");
  server = await openInboxServer({ firstAdmin: admin, webFolder: folder });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test.each([
  "/inbox",
  "/inbox/",
  "/inbox/c/abc",
  "/inbox/analytics",
  "/inbox/setup?token=x",
])("%s is the web app's page", async (path) => {
  const { status, text, headers } = await openBrowser(server).get(path);
  expect(status).toBe(200);
  expect(text).toContain("<title>Inbox</title>");
  expect(headers.get("cache-control")).toBe("no-cache");
});

test("the page runs no script but the server's own, and stands in nobody's frame", async () => {
  const { headers } = await openBrowser(server).get("/inbox");
  const policy = headers.get("content-security-policy");
  expect(policy).toMatch(/default-src 'self'/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).not.toMatch(/unsafe/);
});

test("files with a hash in their name are kept by browsers, and missing ones are missing", async () => {
  const browser = openBrowser(server);
  expect((await browser.get("/inbox/assets/index-1a2b.js")).headers.get("cache-control")).toMatch(
    /immutable/,
  );
  expect((await browser.get("/inbox/assets/index-gone.js")).status).toBe(404);
});

test("an inbox that was not built says how to build it", async () => {
  const unbuilt = await openInboxServer({ firstAdmin: admin });
  const { status, body } = await openBrowser(unbuilt).get("/inbox");
  expect(status).toBe(503);
  expect(body.error.message).toMatch(/npm run build/);
  await unbuilt.close();
});
