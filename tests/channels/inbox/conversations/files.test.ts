import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin } from "../support/members.ts";

let server: InboxServer;
let ana: Browser;
let conversationId: string;

const invoice = { id: "f1", name: "invoice 7.pdf", mime: "application/pdf", size: 2_000 };

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
  const said = await server.conversations.receive({
    ...{ siteKey: "default", visitor: { id: "maria" }, id: "m1", text: "", files: [invoice] },
    source: { via: "widget", externalId: randomUUID() },
  });
  conversationId = said.conversationId;
});

afterAll(() => server.close());

const path = () => `/api/conversations/${conversationId}/files/f1`;

test("a file of a message is led to, on the address the page was opened under", async () => {
  const { status, headers } = await ana.get(path());
  expect(status).toBe(302);
  expect(headers.get("location")).toBe("/files/f1/invoice%207.pdf");
});

test("nobody is led to a file without signing in, or to one that is not there", async () => {
  expect((await openBrowser(server).get(path())).status).toBe(401);
  expect((await ana.get(path().replace("f1", "f2"))).status).toBe(404);
  expect((await ana.get("/api/conversations/none/files/f1")).status).toBe(404);
});

test("a list and an export name the file where there is no text", async () => {
  expect((await ana.get("/api/conversations")).body.summaries[0].lastText).toBe("invoice 7.pdf");
  expect((await ana.get("/api/export.jsonl")).text).toContain('"text":"[file: invoice 7.pdf]"');
});

test("a file of a message that was deleted is led to no more", async () => {
  await server.conversations.remove({
    ...{ conversationId, messageId: "m1", by: { kind: "visitor" } },
    source: { via: "widget", externalId: randomUUID() },
  });
  expect((await ana.get(path())).status).toBe(404);
  expect((await ana.get("/api/export.jsonl")).text).not.toContain("invoice");
});
