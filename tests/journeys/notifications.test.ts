import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakePostmark, startPostmark } from "../mail/support/postmark.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

let postmark: FakePostmark;
let running: Running;
beforeEach(async () => {
  postmark = await startPostmark();
  running = await startRunning({
    environment: {
      POSTMARK_SERVER_TOKEN: "token-1",
      POSTMARK_FROM: "Example Support <support@example.com>",
      POSTMARK_API_URL: postmark.apiUrl,
    },
  });
  await running.app.settings.change(
    { emailNotifications: true, emailRecipients: ["ana@example.com"] },
    "Admin",
  );
});
afterEach(async () => {
  await running.stop();
  await postmark.stop();
});

test("who asks for a person is told of by email, with the whole history and a link that opens it", async () => {
  const visitor = await running.visitor();
  await visitor.says("Can I chat with a human?");
  await waitFor(() => expect(postmark.taken).toHaveLength(1));
  const { mail } = postmark.taken[0] ?? {};
  expect(mail).toMatchObject({ To: "ana@example.com", Tag: "waiting" });
  expect(mail?.TextBody).toContain("Can I chat with a human?");
  expect(mail?.TextBody).toMatch(new RegExp(`${running.url}/inbox/c/\\S+`));
});

test("an email that is not taken at once goes out later, and the handoff never waits for it", async () => {
  postmark.answer({ status: 500 }, { status: 500 }, { status: 500 });
  const visitor = await running.visitor();
  await visitor.says("Can I chat with a human?");
  await visitor.hears("Connecting you with a team member");
  await waitFor(() => expect(postmark.taken).toHaveLength(1));
});

test("while Slack is down, email goes out at once, and the next step long before its time; Slack says so later", async () => {
  await running.app.settings.change({ ladder: [{ kind: "email", minutes: 60, who: [] }] }, "Admin");
  await running.slackIsOn();
  running.slack.trouble.down();
  const visitor = await running.visitor();
  await visitor.asksForPerson();
  await visitor.hears("Connecting you with a team member");
  await waitFor(() => expect(postmark.taken).toHaveLength(1));

  let passedMs = 0;
  await waitFor(() => {
    running.passes(5_000);
    passedMs += 5_000;
    expect(postmark.taken).toHaveLength(2);
  });
  expect(passedMs).toBeLessThan(55 * 60_000);

  running.slack.trouble.up();
  running.passes(10 * 60_000);
  const posts = () => JSON.stringify(running.slack.threads("support"));
  await waitFor(() =>
    expect(posts()).toContain("Nobody could be called in Slack, so those who are told by email were told."),
  );
});
