import { afterEach, beforeEach, expect, test } from "vitest";
import { type Outage, startOutage } from "../support/outage.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

const [ana, group] = ["+14155550123", "S0123ABCD"];
const minuteMs = 60_000;

let running: Running;
let postmark: Outage;
let twilio: Outage;
beforeEach(async () => {
  let sent = 0;
  [postmark, twilio] = await Promise.all([
    startOutage({ status: 200, body: () => ({ ErrorCode: 0, Message: "OK", MessageID: `m-${++sent}` }) }),
    startOutage({ status: 201, body: () => ({ sid: `SM${++sent}` }) }),
  ]);
  running = await startRunning({
    environment: {
      POSTMARK_SERVER_TOKEN: "t",
      POSTMARK_FROM: "support@example.com",
      POSTMARK_API_URL: postmark.url,
      TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
      TWILIO_AUTH_TOKEN: "secret",
      TWILIO_FROM: "+14155550100",
      TWILIO_API_URL: twilio.url,
    },
  });
  await running.app.settings.change(
    {
      ...{ emailNotifications: true, emailRecipients: ["ana@example.com"] },
      ...{ smsNotifications: true, smsRecipients: [ana] },
      ladder: [
        { kind: "mention", minutes: 120, who: [group] },
        { kind: "contact", minutes: 180, who: [] },
      ],
    },
    "Admin",
  );
  await running.slackIsOn();
});
afterEach(async () => {
  await Promise.all([postmark.stop(), twilio.stop()]);
  await running.stop();
});

const posts = () => JSON.stringify(running.slack.threads("support"));

/**
 * Waits while the app's clock goes on, and resolves with how far it went. No faster than this: what is being sent is
 * somebody's for a minute of that clock, and then anybody's.
 */
async function inTime(look: () => unknown): Promise<number> {
  let passedMs = 0;
  await waitFor(async () => {
    running.passes(5_000);
    passedMs += 5_000;
    await look();
  }, 200);
  return passedMs;
}

test("while Postmark and Twilio are down, the next step is taken long before its time, the thread says why, and what waits goes out afterwards", async () => {
  postmark.answers(500, 503, "hangs up", 429, 503);
  twilio.answers(503, "hangs up", 500, 429, 503);
  const visitor = await running.visitor();
  await visitor.says("Can I chat with a human?");
  await visitor.hears("Connecting you with a team member");

  const passedMs = await inTime(() => {
    expect(posts()).toContain("Nobody could be told by email: Postmark ");
    expect(posts()).toContain("Nobody could be told by SMS: Twilio ");
    expect(posts()).toMatch(/Nobody could be told by (email|SMS), so you are called here/);
    expect(posts()).toContain(group);
    expect(posts()).toMatch(/Nobody could be told by (email|SMS), so the visitor was asked where to answer/);
  });
  expect(passedMs).toBeLessThan(120 * minuteMs);
  await visitor.hears("Leave your email address or a number, and we answer there");
  expect([...postmark.taken, ...twilio.taken]).toEqual([]);

  postmark.answers("up");
  twilio.answers("up");
  running.passes(10 * minuteMs);
  await waitFor(() => {
    expect(postmark.taken).toHaveLength(1);
    expect(twilio.taken).toHaveLength(1);
  });
  expect(postmark.taken[0]).toContain("Can I chat with a human?");
  expect(decodeURIComponent(twilio.taken[0] ?? "")).toContain(`${running.url}/inbox/c/`);
});

test("a Postmark that is silent keeps nobody from hearing by SMS at once", async () => {
  postmark.answers("silent");
  const visitor = await running.visitor();
  await visitor.asksForPerson();
  await waitFor(() => expect(twilio.taken).toHaveLength(1));
  expect(postmark.open()).toBe(1);
});
