import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createMailer } from "../../src/mail/index.ts";
import { type FakePostmark, startPostmark } from "./support/postmark.ts";

let postmark: FakePostmark;
beforeEach(async () => {
  postmark = await startPostmark();
});
afterEach(() => postmark.stop());

const mailer = () =>
  createMailer({
    token: "token-1",
    from: "Example Support <support@example.com>",
    apiUrl: postmark.apiUrl,
    log: createLog("silent"),
    retryDelaysMs: [0, 0],
  });

const mail = {
  to: "zoe@example.com",
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  tag: "transcript",
  metadata: { conversation: "c1" },
};

describe("the mailer", () => {
  test("gives Postmark the whole mail, on the transactional stream and without tracking", async () => {
    await mailer().send(mail);
    expect(postmark.taken).toEqual([
      {
        token: "token-1",
        path: "/email",
        mail: {
          From: "Example Support <support@example.com>",
          To: "zoe@example.com",
          Subject: "Hello",
          HtmlBody: "<p>Hello</p>",
          TextBody: "Hello",
          MessageStream: "outbound",
          Tag: "transcript",
          Metadata: { conversation: "c1" },
          TrackOpens: false,
          TrackLinks: "None",
        },
      },
    ]);
  });

  test("reaches Postmark under a path as well", async () => {
    const { apiUrl } = postmark;
    const behindProxy = createMailer({
      ...{ token: "t", from: "a@example.com", log: createLog("silent") },
      apiUrl: `${apiUrl}postmark/`,
    });
    await behindProxy.send(mail);
    expect(postmark.taken[0]?.path).toBe("/postmark/email");
  });

  test.each([
    { status: 429, code: 429 },
    { status: 503, code: 0 },
    { status: 500, code: 0 },
    { status: 422, code: 100 },
  ])("tries again when Postmark says it is busy: %o", async (busy) => {
    postmark.answer(busy, busy);
    await mailer().send(mail);
    expect(postmark.taken).toHaveLength(1);
    expect(postmark.calls()).toBe(3);
  });

  test("gives up after three tries and says so", async () => {
    postmark.answer({ status: 503 }, { status: 503 }, { status: 503 });
    await expect(mailer().send(mail)).rejects.toThrow("Try again in a few minutes.");
    expect(postmark.calls()).toBe(3);
  });

  test.each([
    [{ status: 422, code: 406, message: "Inactive" }, "zoe@example.com bounced before"],
    [{ status: 422, code: 300, message: "Invalid 'To' address." }, "Invalid 'To' address. Check the address"],
    [{ status: 422, code: 400, message: "No sender" }, "Sender Signatures"],
    [{ status: 422, code: 405, message: "No credits" }, "used up"],
    [{ status: 422, code: 412, message: "Pending" }, "approval"],
    [{ status: 401, code: 10, message: "Bad token" }, "POSTMARK_SERVER_TOKEN"],
  ])("says in words what only a person can change, and asks once: %o", async (answer, words) => {
    postmark.answer(answer);
    await expect(mailer().send(mail)).rejects.toThrow(words);
    expect(postmark.calls()).toBe(1);
  });

  test("never sends again what may have been sent", async () => {
    postmark.answer({ status: 0, hangsUp: true });
    await expect(mailer().send(mail)).rejects.toThrow("Look whether it arrived");
    expect(postmark.calls()).toBe(1);
  });

  test("refuses what is too long for one mail before it is on its way", async () => {
    const long = { ...mail, html: "x".repeat(5_000_001) };
    await expect(mailer().send(long)).rejects.toThrow("too long for one mail");
    expect(postmark.calls()).toBe(0);
  });

  test("tells an admin when no mail can be sent, until one can", async () => {
    const sender = mailer();
    expect(sender.health()).toMatchObject({ state: "on" });
    postmark.answer({ status: 401, code: 10, message: "Bad token" });
    await expect(sender.send(mail)).rejects.toThrow();
    expect(sender.health()).toMatchObject({
      state: "broken",
      detail: expect.stringContaining("POSTMARK_SERVER_TOKEN"),
    });
    await sender.send(mail);
    expect(sender.health()).toMatchObject({ state: "on" });
  });
});
