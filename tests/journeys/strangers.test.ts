import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leadsTo, routesBesideApi } from "../channels/inbox/support/routes.ts";
import { uploaded } from "../channels/widget/support/upload.ts";
import { samples } from "../files/support/samples.ts";
import { signed } from "../slack-simulator/signature.ts";
import { type Running, startRunning } from "../support/running.ts";

const secrets = {
  APP_SECRET: "secret-of-the-app-that-nobody-reads",
  ADMIN_PASSWORD: "password-of-the-first-admin",
  SLACK_CLIENT_SECRET: "secret-of-the-slack-app",
  POSTMARK_SERVER_TOKEN: "token-of-postmark",
  POSTMARK_WEBHOOK_PASSWORD: "password-of-webhooks",
  TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "token-of-twilio",
};
const word = "PAPAYA";
const minute = 60_000;

let running: Running;
/** Addresses of one file, by what is wrong with them. */
let links: Record<string, string>;

beforeAll(async () => {
  running = await startRunning({
    environment: {
      ...secrets,
      SLACK_CLIENT_ID: "simulator-client-id",
      POSTMARK_FROM: "support@example.com",
      POSTMARK_INBOUND_ADDRESS: "abc@inbound.postmarkapp.com",
      TWILIO_FROM: "+14155550100",
    },
  });
  const visitor = await running.visitor();
  const photo = await uploaded({
    ...{ url: running.url, token: visitor.token, name: `${word}.png` },
    body: new Uint8Array(samples.png),
  });
  const text = `Talk to a human about ${word}`;
  visitor.send({ type: "say", id: randomUUID(), files: [photo.id], text });
  await visitor.hears("Connecting you");
  visitor.leaves();

  const linked = () => {
    const file = { id: photo.id, name: photo.name, mime: "image/png", size: samples.png.length };
    return new URL(running.app.files.linkTo(file, { forMs: minute }));
  };
  const expired = linked();
  running.passes(10 * minute);
  const [whole, later, other] = [linked(), linked(), linked()];
  later.searchParams.set("expires", String(Number(later.searchParams.get("expires")) + minute));
  other.pathname = other.pathname.replace(photo.id, `${photo.id}0`);
  const inChat = new URL(photo.url, running.url);
  links = {
    ":whole": whole.pathname + whole.search,
    ":expired": expired.pathname + expired.search,
    ":prolonged": later.pathname + later.search,
    ":other": other.pathname + other.search,
    ":unsigned": whole.pathname,
    ":made-up": `${whole.pathname}?expires=${whole.searchParams.get("expires")}&signature=made-up`,
    ":chats": inChat.pathname,
    ":elsewhere": `/widget${whole.pathname}${whole.search}`,
  };
});
afterAll(() => running.stop());

const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const asPostmark = (password: string) => ({
  ...json,
  authorization: `Basic ${Buffer.from(`postmark:${password}`).toString("base64")}`,
});
const body = JSON.stringify({ type: "url_verification", challenge: "read-me" });
const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1_000) - seconds;
/** What is sent along, made when it is asked. */
const signedBy = (secret: () => string, ago = 0) => ({
  body,
  headers: () => ({ ...json, ...signed(body, secret(), secondsAgo(ago)) }),
});
const slackSecret = () => running.slack.signingSecret;

/**
 * Every route that is not below `/api`, and how it answers somebody without any secret; what is below has a table of its
 * own in `channels/inbox/authorisation.test.ts`.
 */
const routes: [
  method: string,
  path: string,
  status: number,
  sent?: { body?: string; headers?: () => Record<string, string> },
][] = [
  ["GET", "/", 200],
  ["GET", "/start.css", 200],
  ["GET", "/healthz", 200],
  ["GET", "/readyz", 200],
  ["GET", "/metrics", 200],
  ["GET", "/inbox", 200],
  ["GET", "/inbox/settings", 200],
  ["GET", "/inbox/assets/none.js", 404],
  ["GET", "/widget.js", 200],
  ["GET", "/widget/site?site=default", 200],
  ["GET", "/widget/site?site=none", 404],
  ["OPTIONS", "/widget/files?site=default", 204],
  ["POST", "/widget/files?site=default", 401],
  ["POST", "/widget/files?site=default", 401, { headers: () => ({ authorization: "Bearer made.up.token" }) }],
  ["GET", "/widget/continue", 404],
  ["GET", "/widget/continue?token=made.up.token", 404],
  ["GET", "/widget/continue?site=default", 200],
  ["GET", "/widget/continue.js", 200],
  ["GET", "/widget/continue.css", 200],
  ["GET", "/files/some/name.png :unsigned", 403],
  ["GET", "/files/some/name.png :made-up", 403],
  ["GET", "/files/some/name.png :prolonged", 403],
  ["GET", "/files/some/name.png :other", 403],
  ["GET", "/files/some/name.png :expired", 410],
  ["GET", "/widget/files/some/name.png :chats", 403],
  ["GET", "/widget/files/some/name.png :elsewhere", 403],
  ["POST", "/slack/events", 401, { body, headers: () => json }],
  ["POST", "/slack/events", 401, signedBy(() => "another secret")],
  ["POST", "/slack/events", 401, signedBy(slackSecret, 3_600)],
  ["GET", "/slack/install", 302],
  ["GET", "/slack/oauth_redirect", 400],
  ["GET", "/slack/oauth_redirect?code=made-up&state=made-up", 400],
  ["POST", "/webhooks/postmark/inbound", 401, { body: "{}", headers: () => json }],
  ["POST", "/webhooks/postmark/inbound", 401, { body: "{}", headers: () => asPostmark("guessed") }],
  ["POST", "/webhooks/postmark/delivery", 401, { body: "{}", headers: () => json }],
  ["POST", "/webhooks/postmark/delivery", 401, { body: "{}", headers: () => asPostmark("guessed") }],
  ["POST", "/webhooks/twilio/sms", 403, { body: "Body=STOP", headers: () => form }],
  ["POST", "/webhooks/twilio/status", 403, { body: "MessageSid=SM1", headers: () => form }],
  ["GET", "/email/unsubscribe/made-up", 404],
  ["POST", "/email/unsubscribe/made-up", 404],
  ["GET", "/.env", 404],
  ["GET", "/handoff.db", 404],
  ["GET", "/uploads/", 404],
];

test("every route beside the inbox's stands in the table", () => {
  const asked = routes.map(([method, path]) => `${method} ${path.split(" ")[0]}`);
  const unproven = routesBesideApi(running.app.router).filter(
    (route) => !asked.some((request) => leadsTo(route.replace("{*rest}", ":rest"), request)),
  );
  expect(unproven).toEqual([]);
});

test.each(routes)("a stranger's %s %s is answered with %i, and tells them nothing", async (...row) => {
  const [method, path, status, { body = null, headers = () => ({}) } = {}] = row;
  const [address = "", link] = path.split(" ");
  const response = await fetch(running.url + (link ? links[link] : address), {
    ...{ method, body, headers: headers(), redirect: "manual" },
  });
  expect(response.status).toBe(status);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");

  const told = JSON.stringify([...response.headers]) + (await response.text());
  for (const secret of [...Object.values(secrets), running.slack.botToken, slackSecret(), word, "read-me"])
    expect(told).not.toContain(secret);
  expect(told).not.toMatch(/node_modules|\bat \S+ \(|\.ts:\d/);
});

describe("what is right is answered by the same routes:", () => {
  test("a file's link", async () => {
    expect((await fetch(`${running.url}${links[":whole"]}`)).status).toBe(200);
  });

  test("what Slack and Postmark send", async () => {
    const { headers } = signedBy(slackSecret);
    const slack = await fetch(`${running.url}/slack/events`, { method: "POST", body, headers: headers() });
    expect([slack.status, await slack.text()]).toEqual([200, expect.stringContaining("read-me")]);
    const report = { RecordType: "Delivery", MessageID: "m1" };
    const postmark = await fetch(`${running.url}/webhooks/postmark/delivery`, {
      ...{ method: "POST", body: JSON.stringify(report) },
      headers: asPostmark(secrets.POSTMARK_WEBHOOK_PASSWORD),
    });
    expect(postmark.status).toBe(204);
  });
});
