import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { textsOf } from "../../support/desk.ts";
import { openEmail } from "./support.ts";

const minute = 60_000;
let email: Awaited<ReturnType<typeof openEmail>>;
beforeEach(async () => {
  email = await openEmail();
});
afterEach(() => email.close());

const mails = () => email.postmark.taken.map(({ mail }) => mail);
const headers = (index: number) =>
  Object.fromEntries(
    ((mails()[index]?.Headers ?? []) as { Name: string; Value: string }[]).map(({ Name, Value }) => [
      Name,
      Value,
    ]),
  );

describe("what agents write to a visitor who has left", () => {
  test("goes out by email after three minutes: together, in order and once", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello Zoe,");
    await email.passes(2 * minute);
    await zoe.isAnswered("here is **how**.");
    await email.passes(minute - 1);
    expect(mails()).toEqual([]);
    await email.passes(1);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toMatchObject({ To: "zoe@example.com", Subject: "Your chat with us" });
    expect(mails()[0]?.TextBody).toMatch(/Hello Zoe,[\s\S]*here is \*\*how\*\*\./);
    expect(mails()[0]?.TextBody).not.toContain("Is anybody there?");
    await email.passes(60 * minute);
    expect(mails()).toHaveLength(1);
    expect((await zoe.events()).at(-1)).toMatchObject({ type: "conversation.reached", byEmail: true });
  });

  test("stays in the chat when they read it there in time", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.passes(minute);
    await zoe.sees();
    await email.passes(10 * minute);
    expect(mails()).toEqual([]);
  });

  test("waits for an address, and is sent when the visitor leaves one", async () => {
    const zoe = await email.visitor("");
    await zoe.isAnswered("Hello");
    await email.passes(10 * minute);
    expect(mails()).toEqual([]);
    const { siteKey } = await zoe.conversation();
    await email.conversations.leaveContact({
      ...{ siteKey, visitor: { id: zoe.id }, email: "zoe@example.com" },
      source: email.desk.source("widget"),
    });
    await email.passes(0);
    expect(mails()).toHaveLength(1);
  });

  test("makes one thread in their mail program, with a way back, a way to answer and a way to end it", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("First");
    await email.passes(3 * minute);
    await zoe.isAnswered("Second");
    await email.passes(3 * minute);
    expect(mails()).toHaveLength(2);
    expect(mails()[1]?.TextBody).not.toContain("First");
    expect(mails()[1]?.ReplyTo).toBe(mails()[0]?.ReplyTo);
    expect(mails()[0]?.ReplyTo).toMatch(/^abc123\+[a-z0-9]{20}@inbound\.postmarkapp\.com$/);
    expect(headers(1)).toMatchObject({ "In-Reply-To": headers(0)["Message-ID"], "X-PM-KeepID": "true" });
    expect(headers(1).References).toBe(headers(0)["Message-ID"]);
    expect(mails()[0]?.TextBody).toContain(`${email.url}/widget/continue?token=`);
    expect(headers(0)["List-Unsubscribe"]).toMatch(/^<http.*\/email\/unsubscribe\/[a-z0-9]{20}>$/);
  });

  test("never holds notes", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.conversations.note({
      ...{ conversationId: zoe.conversationId, agent: { id: "u", name: "Ben" }, text: "A difficult one." },
      source: email.desk.source("inbox"),
    });
    await email.passes(3 * minute);
    expect(mails()[0]?.TextBody).not.toContain("difficult");
  });

  test("is sent later when Postmark is away, and once", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    email.postmark.answer({ status: 503 }, { status: 503 }, { status: 503 });
    await email.passes(3 * minute);
    expect(mails()).toEqual([]);
    await email.passes(minute);
    await email.passes(minute);
    expect(mails()).toHaveLength(1);
  });

  test("is not sent to whoever asked for no more mail", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.passes(3 * minute);
    const link = /\/email\/unsubscribe\/\S+/.exec(mails()[0]?.TextBody ?? "")?.[0] ?? "";
    const asked = await (await fetch(`${email.url}${link}`)).text();
    expect(asked).toContain("zoe@example.com");
    await zoe.isAnswered("Still there?");
    await email.passes(3 * minute);
    expect(mails()).toHaveLength(2);

    await fetch(`${email.url}${link}`, { method: "POST" });
    await zoe.isAnswered("Hello?");
    await email.passes(3 * minute);
    expect(mails()).toHaveLength(2);
  });
});

describe("an answer by email", () => {
  test("comes into the conversation as the visitor's, without what they quoted, and is recognised when it comes again", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Does it work now?");
    await email.passes(3 * minute);
    const [mail] = mails();
    const reply = {
      MessageID: "m-1",
      StrippedTextReply: "",
      TextBody: "Yes, thanks!\n\nOn Tue, Ana wrote:\n> Does it work now?\n",
    };
    expect((await email.answers(mail ?? {}, "Zoe@Example.com", reply)).status).toBe(200);
    expect((await email.answers(mail ?? {}, "Zoe@Example.com", reply)).status).toBe(200);
    expect(textsOf(await zoe.events()).slice(2)).toEqual(["Yes, thanks!"]);
    expect((await zoe.events()).at(-1)).toMatchObject({
      via: "email",
      message: { author: { kind: "visitor" } },
    });
  });

  test("brings its files along", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Send me the invoice, please.");
    await email.passes(3 * minute);
    const Attachments = [
      { Name: "invoice.txt", Content: Buffer.from("12 €").toString("base64"), ContentType: "text/plain" },
    ];
    await email.answers(mails()[0] ?? {}, "zoe@example.com", { StrippedTextReply: "Here", Attachments });
    expect((await zoe.events()).at(-1)).toMatchObject({
      message: { text: "Here", files: [{ name: "invoice.txt", mime: "text/plain", size: 6 }] },
    });
  });

  test("from somebody else is told to the team and not taken as the visitor's, and its writer learns why", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.passes(3 * minute);
    await email.answers(mails()[0] ?? {}, "eve@example.com", { StrippedTextReply: "I am Zoe." });
    const last = (await zoe.events()).at(-1);
    expect(last).toMatchObject({ message: { note: true, text: expect.stringContaining("eve@example.com") } });
    expect(mails().at(-1)).toMatchObject({ To: "eve@example.com", Tag: "refusal" });
  });

  test.each([
    [[{ Name: "Auto-Submitted", Value: "auto-replied" }]],
    [[{ Name: "X-Autoreply", Value: "yes" }]],
    [[{ Name: "precedence", Value: "bulk" }]],
  ])("by a machine is dropped: %j", async (Headers) => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.passes(3 * minute);
    const before = (await zoe.events()).length;
    const { status } = await email.answers(mails()[0] ?? {}, "zoe@example.com", {
      StrippedTextReply: "I am out of office.",
      Headers,
    });
    expect(status).toBe(200);
    expect(await zoe.events()).toHaveLength(before);
    expect(mails()).toHaveLength(1);
  });

  test("of an agent to the mail that somebody waits goes to the visitor, and takes the conversation", async () => {
    const zoe = await email.visitor();
    const waiting = { conversation: await zoe.conversation(), events: await zoe.events() };
    for (const [address, name] of [
      ["ana@example.com", "Ana Lopez"],
      ["ben@example.com", "Ben"],
    ] as const) {
      await email.carrier.tell(address, [waiting]);
      const mail = mails().at(-1) ?? {};
      await email.answers(mail, address, {
        FromFull: { Email: address, Name: "Ana Lopez" },
        StrippedTextReply: `It is ${name}.`,
      });
      expect((await zoe.events()).at(-1)).toMatchObject({
        via: "email",
        message: { note: false, text: `It is ${name}.`, author: { kind: "agent", name } },
      });
    }
    expect(await zoe.conversation()).toMatchObject({ status: "agent", agent: { name: "Ana Lopez" } });
  });

  test("of an agent that calls the assistant stays with the team", async () => {
    const zoe = await email.visitor();
    const waiting = { conversation: await zoe.conversation(), events: await zoe.events() };
    await email.carrier.tell("ana@example.com", [waiting]);
    const StrippedTextReply = "@assistant offer her a refund";
    await email.answers(mails()[0] ?? {}, "ana@example.com", { StrippedTextReply });
    expect((await zoe.events()).at(-1)).toMatchObject({ message: { note: true, text: StrippedTextReply } });
    expect(await zoe.conversation()).toMatchObject({ status: "waiting" });
  });

  test("of an agent to a closed conversation comes back with the reason", async () => {
    const zoe = await email.visitor();
    const waiting = { conversation: await zoe.conversation(), events: await zoe.events() };
    await email.carrier.tell("ana@example.com", [waiting]);
    await email.conversations.close({
      ...{ conversationId: zoe.conversationId, agent: { id: "u", name: "Ben" } },
      source: email.desk.source("inbox"),
    });
    await email.answers(mails()[0] ?? {}, "ana@example.com", { StrippedTextReply: "Hello" });
    expect(mails().at(-1)).toMatchObject({ To: "ana@example.com", Tag: "refusal" });
    expect(mails().at(-1)?.TextBody).toContain("closed");
  });

  test("of somebody who is no longer in the team is not sent", async () => {
    const zoe = await email.visitor();
    const waiting = { conversation: await zoe.conversation(), events: await zoe.events() };
    await email.carrier.tell("ana@example.com", [waiting]);
    await email.settings.change({ emailRecipients: [] }, "Ben");
    const before = (await zoe.events()).length;
    await email.answers(mails()[0] ?? {}, "ana@example.com", { StrippedTextReply: "Hello" });
    expect(await zoe.events()).toHaveLength(before);
    expect(mails().at(-1)?.TextBody).toContain("not in the team any more");
  });

  test("of 35 MB is taken", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Send it all.");
    await email.passes(3 * minute);
    const Content = Buffer.alloc(17 * 1024 * 1024, 7).toString("base64");
    const Attachments = ["a.bin", "b.bin"].map((Name) => ({ Name, Content, ContentType: "" }));
    const { status } = await email.answers(mails()[0] ?? {}, "zoe@example.com", { Attachments });
    expect(status).toBe(200);
    expect((await zoe.events()).at(-1)).toMatchObject({
      message: { files: [{ name: "a.bin" }, { name: "b.bin" }] },
    });
  });
});
