import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContinueTokens } from "../../../src/channels/widget/continue-token.ts";
import { createLimits, defaultLimits } from "../../../src/channels/widget/limits.ts";
import { createRecognition } from "../../../src/channels/widget/recognition.ts";
import { widgetRouter } from "../../../src/channels/widget/router.ts";
import { createShownFiles } from "../../../src/channels/widget/shown-files.ts";
import { createVisitorTokens } from "../../../src/channels/widget/visitor-token.ts";
import { errorTable } from "../../../src/http/errors.ts";
import { createTraces } from "../../../src/privacy/erasing/traces.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { type Cabinet, openCabinet } from "../../files/support/cabinet.ts";
import { quietLog } from "../../support/quiet-log.ts";
import { wordsOf } from "./support/upload.ts";

const folder = mkdtempSync(join(tmpdir(), ".handoff-built-"));
let server: Server;
let cabinet: Cabinet;
let url: string;

beforeAll(async () => {
  cabinet = await openCabinet();
  const app = express();
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { files, storage } = cabinet;
  const tokens = createVisitorTokens("a secret of thirty-two characters");
  const traces = createTraces({ records: storage.traces, secret: "a secret", now: Date.now });
  const router = widgetRouter({
    ...{ files, store: storage.store, sites: storage.sites, publicUrl: url, trustProxy: false },
    settings: createSettings({ store: storage.settings, now: Date.now }),
    continueTokens: createContinueTokens("a secret of this test alone", Date.now),
    ...{ tokens, traces },
    recognise: createRecognition({ tokens, traces, store: storage.store, newId: randomUUID }),
    limits: createLimits(defaultLimits),
    shown: createShownFiles({ files, store: storage.store }),
    scriptFolder: folder,
    answers: false,
    now: Date.now,
  });
  app.use(router, errorTable(quietLog()));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await cabinet.close();
  rmSync(folder, { recursive: true });
});

test("widget.js says what to do while it is not built, and then is a script for any page", async () => {
  const missing = await fetch(`${url}/widget.js`);
  expect(missing.status).toBe(503);
  expect(await wordsOf(missing)).toContain("npm run build");

  writeFileSync(join(folder, "widget.js"), `"the widget"`);
  const found = await fetch(`${url}/widget.js?v=1`);
  expect(await found.text()).toBe(`"the widget"`);
  expect(found.headers.get("content-type")).toContain("javascript");
  expect(found.headers.get("access-control-allow-origin")).toBe("*");
  expect(found.headers.get("cache-control")).toBe("public, max-age=300");
});
