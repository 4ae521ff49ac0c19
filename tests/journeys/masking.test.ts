import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakePostmark, startPostmark } from "../mail/support/postmark.ts";
import { ana } from "../support/desk.ts";
import { startGemini } from "../support/gemini.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

let postmark: FakePostmark;
let gemini: Awaited<ReturnType<typeof startGemini>>;
let running: Running;

beforeAll(async () => {
  [postmark, gemini] = await Promise.all([startPostmark(), startGemini()]);
  gemini.answers((response) => void response.writeHead(503).end("{}"));
  running = await startRunning({
    environment: {
      POSTMARK_SERVER_TOKEN: "t",
      POSTMARK_FROM: "support@example.com",
      POSTMARK_API_URL: postmark.apiUrl,
      GEMINI_API_KEY: "k",
      GEMINI_API_URL: gemini.url,
    },
  });
  const settings = { emailNotifications: true, emailRecipients: ["team@example.com"] };
  await running.app.settings.change(settings, "Admin");
  await running.slackIsOn();
});
afterAll(async () => {
  await running?.stop();
  await postmark?.stop();
  await gemini?.stop();
});

const card = "4242 4242 4242 4242";
const secrets = /4242 4242 4242 4242|hunter2/;

test("a card number never leaves: not to Slack, not by mail, not to the model; who looks at it is on the record", async () => {
  const visitor = await running.visitor();
  await visitor.says(`Talk to a human: my card ${card} was charged, my password is hunter2.`);
  await visitor.hears("Connecting you");
  await waitFor(() => {
    expect(JSON.stringify(running.slack.threads("support"))).toContain("•••• 4242");
    expect(postmark.taken.length).toBeGreaterThan(0);
    expect(gemini.requests.length).toBeGreaterThan(0);
  });

  expect(JSON.stringify(running.slack.calls())).not.toMatch(secrets);
  expect(JSON.stringify(postmark.taken)).not.toMatch(secrets);
  expect(JSON.stringify(gemini.requests)).not.toMatch(secrets);
  expect(JSON.stringify(gemini.requests)).toContain("•••• 4242");

  // The visitor reads what they wrote, and so does the database.
  expect(visitor.log.join()).toContain(card);
  const [found] = (await running.app.storage.directory.list({ search: "charged" })).summaries;
  const { id = "" } = found?.conversation ?? {};
  const events = await running.app.storage.store.eventsAfter(id, 0);
  const message = events.flatMap((event) => (event.type === "message.posted" ? [event.message] : []))[0];

  const revealed = await running.app.privacy.reveal({
    ...{ conversationId: id, messageId: message?.id ?? "", agent: ana },
    source: { via: "inbox", externalId: randomUUID() },
  });
  expect(revealed.text).toContain(card);
  expect(await running.app.privacy.audit(5)).toMatchObject([
    { kind: "revealed", by: ana.name, conversationId: id },
  ]);
  const after = await running.app.storage.store.eventsAfter(id, events.length);
  expect(after.map(({ type }) => type)).toContain("message.revealed");
  // Neither the visitor nor Slack hears that somebody looked.
  expect(visitor.log.join()).not.toContain("masked");
  visitor.leaves();
});
