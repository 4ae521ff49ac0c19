import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakePostmark, startPostmark } from "../mail/support/postmark.ts";
import { waitFor } from "../support/patience.ts";
import { freePort, type Running, startRunning } from "../support/running.ts";
import { type FakeTwilio, startTwilio, twilioEnvironment } from "../support/twilio.ts";

const ana = "+14155550123";
const group = "S0123ABCD";
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let running: Running;
let twilio: FakeTwilio;
let postmark: FakePostmark;
beforeEach(async () => {
  const port = await freePort();
  postmark = await startPostmark();
  running = await startRunning({
    environment: {
      ...twilioEnvironment(port),
      POSTMARK_SERVER_TOKEN: "t",
      POSTMARK_FROM: "support@example.com",
      POSTMARK_API_URL: postmark.apiUrl,
    },
  });
  twilio = await startTwilio(port, running.url);
  await running.app.settings.change(
    {
      hours: { timeZone: "UTC", week: everyDay, holidays: [] },
      quietHours: { from: "22:00", to: "08:00" },
      ...{ smsNotifications: true, smsRecipients: [ana] },
      ladder: [
        { kind: "mention", minutes: 2, who: [group] },
        { kind: "contact", minutes: 10, who: [] },
      ],
    },
    "Admin",
  );
});
afterEach(async () => {
  await running.stop();
  await Promise.all([twilio.stop(), postmark.stop()]);
});

const everyDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 9 * 60, to: 17 * 60 }));
let now = 0;

/** The clock goes on to the next such hour of the day, UTC, or some minutes later. */
function isNow(hour: number): void {
  const at = now || Date.now();
  const next = Math.ceil((at - hour * 60 * minuteMs) / dayMs) * dayMs + hour * 60 * minuteMs;
  running.passes(next - at);
  now = next;
}

const thread = () => running.slack.threads("support")[0];
const posts = () => JSON.stringify(thread());

test("nobody answers at night: honest words, a quiet team, and in the morning everybody is reached", async () => {
  isNow(23);
  const visitor = await running.visitor();
  await visitor.says("Can I chat with a human?");
  await visitor.hears("Our team is away until");
  expect(visitor.log.at(-1)).toMatch(
    / 09:00 \(UTC\)\. Your conversation is with them, and they answer here\.$/,
  );
  expect(visitor.state?.asksContact).toBe(true);
  const id = randomUUID();
  visitor.send({ type: "give-address", id, email: "zoe@example.com" });
  await visitor.answerTo(id);
  await visitor.hears("We answer you at zoe@example.com if you leave.");
  await waitFor(() => expect(posts()).toContain("zoe@example.com"));

  running.passes(10 * minuteMs);
  await visitor.hears("Nobody has been free so far. If you have to go, we answer at zoe@example.com.");
  await waitFor(() => expect(posts()).toContain("so the visitor was asked where to answer them"));
  expect(posts()).not.toContain(group);
  expect(await twilio.sentTo(ana)).toEqual([]);
  visitor.leaves();

  isNow(8);
  await waitFor(async () => expect(await twilio.sentTo(ana)).toHaveLength(1));
  expect(posts()).not.toContain(group);
  isNow(9);
  await waitFor(() => expect(posts()).toContain(group));

  const { ts = "" } = { ...thread() };
  const channel = running.slack.channelId("support");
  await running.slack.as("ana").reply({ channel, ts }, "Good morning! Here I am.");
  await running.slack.idle();
  await waitFor(async () => {
    running.passes(minuteMs);
    expect(postmark.taken).toHaveLength(1);
  });
  expect(postmark.taken[0]?.mail).toMatchObject({ To: "zoe@example.com" });
  expect(postmark.taken[0]?.mail.TextBody).toContain("Good morning! Here I am.");
  expect(await twilio.sentTo(ana)).toHaveLength(1);

  const back = await running.visitor(visitor.token);
  await back.hears("Good morning! Here I am.");
  const lines = back.log.filter((line) => line.startsWith("–"));
  expect(new Set(lines).size).toBe(lines.length);
});
