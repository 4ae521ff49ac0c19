import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createMailer } from "../../../src/mail/index.ts";
import { type FakePostmark, startPostmark } from "../../mail/support/postmark.ts";
import { eventually, fromInbox, inboxAgent, type SlackTeam, startTeam } from "./support.ts";

let postmark: FakePostmark;
let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;

beforeEach(async () => {
  postmark = await startPostmark();
});
afterEach(async () => {
  await team.stop();
  await postmark.stop();
});

const start = async ({ withMail = true, email = "zoe@example.com" as string | undefined } = {}) => {
  const mailer = createMailer({
    ...{ token: "t", from: "support@example.com", apiUrl: postmark.apiUrl, log: createLog("silent") },
    retryDelaysMs: [0],
  });
  team = await startTeam(withMail ? { mailer } : {});
  visitor = team.visitor("Zoe");
  Object.assign(visitor.visitor, email ? { email } : {});
  await visitor.says("Where is my order?");
  await visitor.asksForAPerson();
  const act = { conversationId: visitor.id(), agent: inboxAgent };
  await team.conversations.reply({ ...act, text: "On its **way**.", source: fromInbox() });
  await team.conversations.note({ ...act, text: "She is a VIP", source: fromInbox() });
  await team.delivered();
};
const open = async () => {
  await team.ana.click(team.thread(), "handoff_menu", "Email the transcript");
  await eventually(() => team.ana.view()?.submit);
};
const told = (words: string) => eventually(() => team.ana.inbox().find(({ text }) => text.includes(words)));
const notes = async () =>
  (await team.store.eventsAfter(visitor.id(), 0)).flatMap((event) =>
    event.type === "message.posted" && event.message.note ? [event.message.text] : [],
  );

describe("a transcript by mail", () => {
  test("goes to the visitor's own address as it stands, without notes, and the team sees who sent it", async () => {
    await start();
    await open();
    expect(JSON.stringify(team.ana.view())).toContain('"initial_value":"zoe@example.com"');
    expect(await team.ana.submit({})).toEqual({});
    await told("The transcript is on its way to zoe@example.com.");

    expect(postmark.taken).toHaveLength(1);
    const { mail } = postmark.taken[0] ?? {};
    expect(mail).toMatchObject({ To: "zoe@example.com", From: "support@example.com" });
    expect(mail?.TextBody).toContain("Where is my order?");
    expect(mail?.HtmlBody).toContain("On its <strong>way</strong>.");
    expect(`${mail?.TextBody}${mail?.HtmlBody}`).not.toContain("VIP");

    expect((await notes()).at(-1)).toBe("📧 Transcript sent to zoe@example.com");
    await team.delivered();
    await eventually(() =>
      team.thread().replies.some(({ text }) => text.includes("Transcript sent to zoe@example.com")),
    );
  });

  test("has notes for a colleague who asked for them, never for the visitor", async () => {
    await start();
    await open();
    const { errors } = await team.ana.submit({
      "Email address": "ZOE@example.com",
      "Internal notes": ["include"],
    });
    expect(errors?.notes).toContain("Internal notes never go to the visitor.");
    await team.ana.submit({ "Email address": "boss@example.com", "Internal notes": ["include"] });
    await told("on its way to boss@example.com");
    expect(postmark.taken).toHaveLength(1);
    expect(postmark.taken[0]?.mail.TextBody).toContain("She is a VIP");
    expect((await notes()).at(-1)).toContain("internal notes included");
  });

  test.each([
    "zoe",
    "zoe@example",
    "a@b.c, d@e.f",
    "Zoe <zoe@example.com>",
  ])("refuses %j in the field", async (address) => {
    await start({ email: undefined });
    await open();
    const { errors } = await team.ana.submit({ "Email address": address });
    expect(errors?.to).toMatch(/email address/);
    expect(postmark.calls()).toBe(0);
  });

  test("tells the agent alone what Postmark has against it, and leaves no note", async () => {
    await start();
    await open();
    postmark.answer({ status: 422, code: 406, message: "Inactive recipient" });
    expect(await team.ana.submit({})).toEqual({});
    const { text } = await told("was not sent");
    expect(text).toContain("Postmark says zoe@example.com bounced before");
    expect(await notes()).toEqual(["She is a VIP"]);
    expect(team.ben.inbox()).toEqual([]);
  });

  test("can be asked for from any message, also of a closed conversation, and is answered in the thread", async () => {
    await start();
    await team.ana.click(team.thread(), "Close");
    const post = team.thread().replies[0];
    if (!post) throw new Error("There is no post.");
    await team.ana.shortcut("handoff_transcript", post);
    await eventually(() => team.ana.view()?.submit);
    await team.ana.submit({});
    expect((await told("on its way")).thread_ts).toBe(team.thread().ts);
  });

  test("is not cut off by a stop", async () => {
    await start();
    await open();
    postmark.answer({ status: 503 });
    expect(await team.ana.submit({})).toEqual({});
    await team.slack.stop();
    expect(postmark.taken).toHaveLength(1);
    expect((await notes()).at(-1)).toBe("📧 Transcript sent to zoe@example.com");
  });

  test("without Postmark, the dialog says what to set", async () => {
    await start({ withMail: false });
    await team.ana.click(team.thread(), "handoff_menu", "Email the transcript");
    await eventually(() => JSON.stringify(team.ana.view() ?? "").includes("POSTMARK_SERVER_TOKEN"));
    expect(team.ana.view()?.submit).toBeNull();
  });

  test("the dialog warns when no mail could be sent lately", async () => {
    await start();
    await open();
    postmark.answer({ status: 401, code: 10, message: "Bad token" });
    await team.ana.submit({});
    await told("Postmark does not accept the server token.");
    await open();
    await eventually(() => JSON.stringify(team.ana.view() ?? "").includes(":warning:"));
  });
});
