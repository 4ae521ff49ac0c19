import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin } from "../support/members.ts";
import { visitorIn } from "../support/visitors.ts";

let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
});
afterAll(() => server.close());

test("a sentence is tried with the phrases as typed, which stay unsaved", async () => {
  const { body } = await ana.post("/api/triggers/test", {
    text: "Speak to sales",
    phrases: ["speak to sales"],
  });
  expect(body.words).toContain("connects the visitor to people at once: your phrase “speak to sales”");
  const without = await ana.post("/api/triggers/test", { text: "Speak to sales", phrases: [] });
  expect(without.body.words).not.toContain("your phrase");
  expect(await server.settings.current()).toMatchObject({ triggerPhrases: [] });
});

test("phrases are replayed as typed over past conversations, against the saved ones", async () => {
  const id = await visitorIn(server.conversations, "Maria").says("What about my discount?");
  const { body } = await ana.post("/api/triggers/replay", { phrases: ["discount"] });
  expect(body).toMatchObject({
    messages: 1,
    conversations: { read: 1, of: 1 },
    connected: {
      count: 1,
      examples: [
        { conversationId: id, visitor: "Maria", text: "What about my discount?", matched: "discount" },
      ],
    },
    released: { count: 0, examples: [] },
  });
  expect(await server.settings.current()).toMatchObject({ triggerPhrases: [] });
});

test("phrases that could not be saved cannot be tried either, and it is said why", async () => {
  const { status, body } = await ana.post("/api/triggers/replay", { phrases: ["x"] });
  expect(status).toBe(422);
  expect(JSON.stringify(body.error.fields)).toContain("A phrase needs two letters at least.");
  const tooMany = { text: "Hello", phrases: Array(201).fill("refund") };
  expect((await ana.post("/api/triggers/test", tooMany)).status).toBe(422);
  expect((await ana.post("/api/triggers/test", { text: " ", phrases: [] })).status).toBe(422);
});
