import { afterEach, describe, expect, test } from "vitest";
import type { Check } from "../../src/health/check.ts";
import { openBrowser } from "../channels/inbox/support/browser.ts";
import { openPage } from "../channels/inbox/support/page.ts";
import { gemini, startGemini } from "../support/gemini.ts";
import { type Running, type RunningOptions, startRunning } from "../support/running.ts";

let running: Running;

async function start(options: RunningOptions = {}): Promise<void> {
  running = await startRunning(options);
}

afterEach(() => running.stop());

async function admin() {
  const browser = openBrowser({ url: running.url });
  await browser.signIn("admin@example.com", "correct horse battery");
  return browser;
}

/** Every step, as the page gets them. */
async function testHandoff(): Promise<Check[]> {
  const { status, text } = await (await admin()).post("/api/test-handoff");
  expect(status).toBe(200);
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const states = (checks: Check[]) => Object.fromEntries(checks.map(({ name, state }) => [name, state]));
const detail = (checks: Check[], name: string) => checks.find((check) => check.name === name)?.detail ?? "";

async function connected(): Promise<void> {
  await running.slackIsOn();
}

/** Nothing in lists, in reports, in what is owed or in Slack. */
async function expectNoTrace(): Promise<void> {
  const { directory, lanes } = running.app.storage;
  expect((await directory.list({})).summaries).toEqual([]);
  await expect
    .poll(async () => (await lanes.depth()).filter(({ waiting, dead }) => waiting + dead > 0))
    .toEqual([]);
  expect(running.slack.threads("support").filter(({ bot_id }) => bot_id)).toEqual([]);
}

describe("a test handoff", () => {
  test.each([
    { socketMode: false },
    { socketMode: true },
  ])("goes to Slack and back to the widget, and leaves no trace ($socketMode)", async ({ socketMode }) => {
    await start({ socketMode });
    await connected();
    const checks = await testHandoff();
    expect(states(checks)).toEqual({
      Visitor: "ok",
      Handoff: "ok",
      "Slack thread": "ok",
      Reply: "ok",
      "Answer in the widget": "ok",
      "Slack events": "ok",
      "Clean-up": "ok",
    });
    expect(detail(checks, "Slack thread")).toMatch(/In #support: the card, and the history in 1 post/);
    expect(detail(checks, "Clean-up")).toMatch(/2 posts deleted in Slack/);
    expect(running.slack.calls("chat.postMessage").length).toBeGreaterThan(1);
    await running.slack.idle();
    await expectNoTrace();
  });

  test("without Slack is answered as from the inbox", async () => {
    await start({ withoutSlack: true });
    const checks = await testHandoff();
    expect(states(checks)).toMatchObject({
      "Slack thread": "off",
      "Answer in the widget": "ok",
      "Slack events": "off",
      "Clean-up": "ok",
    });
    await expectNoTrace();
  });

  test("says why Slack takes nothing, tries no further, and nothing turns up there later", async () => {
    await start();
    await connected();
    running.slack.trouble.archive("support");
    const checks = await testHandoff();
    expect(states(checks)).toMatchObject({ "Slack thread": "broken", Reply: "off", "Clean-up": "ok" });
    expect(detail(checks, "Slack thread")).toMatch(/sees no channel #support/);
    expect(detail(checks, "Reply")).toMatch(/“Slack thread” failed/);

    running.slack.trouble.clear();
    running.app.relay.kick();
    await running.app.relay.idle();
    await expectNoTrace();
  });

  test("is not sent while live handoff is off, and says where to switch it on", async () => {
    await start();
    await running.app.settings.change({ liveHandoff: false }, "Ana");
    const checks = await testHandoff();
    expect(states(checks)).toMatchObject({ Handoff: "broken", "Slack thread": "off" });
    expect(detail(checks, "Handoff")).toMatch(/Switch it on in the settings/);
    await expectNoTrace();
  });

  test("finds what Slack took without saying so, and takes it away", async () => {
    await start();
    await connected();
    running.slack.trouble.fail("chat.postMessage", { lostResponse: true });
    const checks = await testHandoff();
    expect(states(checks)).toMatchObject({ "Slack thread": "ok", "Clean-up": "ok" });
    await expectNoTrace();
  });

  test("goes by this machine's own address where the public one does not lead back, and says so", async () => {
    await start({ environment: { PUBLIC_URL: "http://127.0.0.1:1" } });
    await connected();
    const ana = running.slack.as("ana");
    await ana.command("/handoff", "test");
    const told = () => JSON.stringify(ana.inbox());
    await expect.poll(told).toContain("Clean-up");
    expect(told()).toContain(":warning: *Visitor*");
    expect(told()).toContain("does not reach itself at");
    expect(told()).not.toContain(":x:");
  });

  test("costs no answer of the assistant's, whose model the doctor asks", async () => {
    const model = await startGemini();
    model.answers(gemini.says("Yes."));
    await start({ environment: { GEMINI_API_KEY: "a-key-of-this-test", GEMINI_API_URL: model.url } });
    await connected();
    expect(states(await testHandoff())).toMatchObject({ "Answer in the widget": "ok" });
    await running.app.relay.idle();
    expect(model.requests).toEqual([]);

    const { body } = await (await admin()).get("/api/doctor");
    expect(states(body.checks)).toMatchObject({ Assistant: "ok" });
    expect(model.requests).toHaveLength(1);
    await model.stop();
  });

  test("is not shown to those who have the inbox open", async () => {
    await start();
    const browser = await admin();
    const page = await openPage({ url: running.url }, browser);
    await testHandoff();
    page.say({ type: "ping" });
    await page.until(() => page.frames.some(({ type }) => type === "pong"));
    expect(page.frames.map(({ type }) => type)).toEqual(["pong"]);
    page.close();
  });

  test("waits as long as replies are held", async () => {
    await start();
    await connected();
    await running.app.settings.change({ holdSeconds: 1 }, "Ana");
    const checks = await testHandoff();
    expect(states(checks)).toMatchObject({ "Answer in the widget": "ok", "Clean-up": "ok" });
    expect(detail(checks, "Answer in the widget")).toMatch(/held for 1 s/);
  });

  test("says so when Slack lets posts only be emptied", async () => {
    await start();
    await connected();
    running.slack.trouble.fail("chat.delete", { error: "cant_delete_message" });
    const checks = await testHandoff();
    expect(states(checks)).toMatchObject({ "Clean-up": "warn" });
    expect(detail(checks, "Clean-up")).toMatch(/1 post deleted in Slack; 1 post could only be emptied/);
  });

  test("is told from Slack by /handoff test", async () => {
    await start();
    await connected();
    const ana = running.slack.as("ana");
    await ana.command("/handoff", "test");
    await expect.poll(() => JSON.stringify(ana.inbox())).toContain("Clean-up");
    await running.slack.idle();
    await expectNoTrace();
    const alarms = running.log.entries.filter(({ level }) => level === "warn" || level === "error");
    expect(alarms.map(({ message }) => message)).toEqual([]);
  });
});

test("the page's list and the one of /handoff doctor are the same, and hold no secret", async () => {
  await start();
  await connected();
  const { body } = await (await admin()).get("/api/doctor");
  const checks: Check[] = body.checks;
  expect(states(checks)).toMatchObject({
    Database: "ok",
    "Data folder": "ok",
    "Public address": "ok",
    Slack: "ok",
    "Slack token": "ok",
    "Slack permissions": "ok",
    "Slack channel": "ok",
    "Slack clock": "ok",
    "Slack events": "warn",
    Deliveries: "ok",
    Assistant: "off",
    Websites: "warn",
  });
  for (const secret of [running.config.secret, running.slack.botToken, running.slack.signingSecret])
    expect(JSON.stringify(checks)).not.toContain(secret);

  const ana = running.slack.as("ana");
  await ana.command("/handoff", "doctor");
  const told = () => JSON.stringify(ana.inbox());
  await expect.poll(told).toContain("Slack permissions");
  for (const { name } of checks) expect(told()).toContain(name);
});
