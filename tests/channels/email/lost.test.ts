import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entriesOf } from "../../../src/channels/widget/outbound.ts";
import type { ConversationEvent } from "../../../src/conversation/events.ts";
import { openEmail } from "./support.ts";

const minute = 60_000;
const address = "zoe@example.com";
let email: Awaited<ReturnType<typeof openEmail>>;
beforeEach(async () => {
  email = await openEmail();
});
afterEach(() => email.close());

const mails = () => email.postmark.taken.map(({ mail }) => mail);
const lossesIn = (events: ConversationEvent[]) =>
  events.flatMap((event) => (event.type === "visitor.contactLost" ? [event.lost] : []));
const toldVisitor = (events: ConversationEvent[]) =>
  entriesOf(events, () => {
    throw new Error("No files here.");
  }).flatMap((entry) => (entry.type === "line" ? [entry.text] : []));

/** As Postmark brings it, with what we gave the mail to know it by. */
const bounces = (Inactive: boolean, MessageID = "pm-7") =>
  fetch(`${email.url}/webhooks/postmark/delivery`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from("postmark:correct horse").toString("base64")}`,
    },
    body: JSON.stringify({
      ...{ RecordType: "Bounce", MessageID, Email: address, Inactive },
      ...{ Description: "No such mailbox.", Metadata: mails().at(-1)?.Metadata },
    }),
  });

describe("a visitor's mail that comes back", () => {
  test("for good is told to the team once, and to the visitor, who is asked for another way", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.passes(3 * minute);
    expect((await bounces(true)).status).toBe(204);
    await bounces(true);
    // Another one that was on its way.
    await bounces(true, "pm-8");
    expect(lossesIn(await zoe.events())).toMatchObject([
      {
        way: "email",
        recipient: address,
        reason: "bounced",
        words: expect.stringContaining("No such mailbox."),
      },
    ]);
    expect(await zoe.conversation()).toMatchObject({ asksContact: true, mailedSeq: 0 });
    expect(toldVisitor(await zoe.events()).at(-1)).toBe(
      `Our mail to ${address} came back, so we cannot reach you there. Is there another way?`,
    );

    await zoe.isAnswered("Are you there?");
    await email.passes(10 * minute);
    expect(mails()).toHaveLength(1);
    expect(lossesIn(await zoe.events())).toHaveLength(1);
  });

  test("goes out again with everything unseen once they have left another address", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.passes(3 * minute);
    await bounces(true);
    const { siteKey } = await zoe.conversation();
    await email.conversations.leaveContact({
      ...{ siteKey, visitor: { id: zoe.id }, email: "zoe@example.net" },
      source: email.desk.source("widget"),
    });
    await email.passes(0);
    expect(mails()[1]).toMatchObject({ To: "zoe@example.net", TextBody: expect.stringContaining("Hello") });
    expect(await zoe.conversation()).toMatchObject({ asksContact: false, lostContacts: [] });
    await email.passes(10 * minute);
    expect(mails()).toHaveLength(2);
  });

  test("this time is told to the team, not sent again by itself, and goes with the next answer", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.passes(3 * minute);
    await bounces(false);
    expect(lossesIn(await zoe.events())).toMatchObject([{ reason: "undelivered" }]);
    await email.passes(10 * minute);
    expect(mails()).toHaveLength(1);
    expect(await zoe.conversation()).toMatchObject({ asksContact: false });
    await zoe.isAnswered("Second");
    await email.passes(3 * minute);
    expect(mails()[1]?.TextBody).toMatch(/Hello[\s\S]*Second/);
  });

  test("at once, because Postmark sends nothing there (406), is told the same", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    email.postmark.answer({ status: 422, code: 406, message: "Inactive recipient" });
    await email.passes(3 * minute);
    expect(lossesIn(await zoe.events())).toMatchObject([{ reason: "bounced", recipient: address }]);
    expect((await zoe.conversation()).asksContact).toBe(true);
  });

  test("is held back where they asked for no more, and the team is told why", async () => {
    const zoe = await email.visitor();
    await email.desk.storage.notices.markUnreachable({
      ...{ way: "email", recipient: address, reason: "opted-out", words: "They asked." },
    });
    await zoe.isAnswered("Hello");
    await email.passes(3 * minute);
    expect(mails()).toEqual([]);
    expect(lossesIn(await zoe.events())).toMatchObject([{ reason: "opted-out" }]);
    expect((await zoe.conversation()).asksContact).toBe(false);
  });

  test("and whoever unsubscribes is told of in the thread at once", async () => {
    const zoe = await email.visitor();
    await zoe.isAnswered("Hello");
    await email.passes(3 * minute);
    const link = /\/email\/unsubscribe\/\S+/.exec(mails()[0]?.TextBody ?? "")?.[0] ?? "";
    await fetch(`${email.url}${link}`, { method: "POST" });
    expect(lossesIn(await zoe.events())).toMatchObject([{ reason: "opted-out", recipient: address }]);
  });
});

test("a mail that Postmark does not take for over an hour is told of in the thread, and goes with the next answer", async () => {
  const zoe = await email.visitor();
  await zoe.isAnswered("Hello");
  const triesASend = 3;
  email.postmark.answer(...Array.from({ length: 20 * triesASend }, () => ({ status: 500 })));
  for (let at = 0; at < 19; at += 1) await email.passes(7 * minute);
  expect(lossesIn(await zoe.events())).toEqual([]);
  await email.passes(7 * minute);
  expect(lossesIn(await zoe.events())).toMatchObject([
    { reason: "undelivered", words: expect.stringContaining("goes out with the next reply") },
  ]);
  expect(mails()).toEqual([]);
  await zoe.isAnswered("Hello?");
  await email.passes(3 * minute);
  expect(mails()[0]?.TextBody).toMatch(/Hello[\s\S]*Hello\?/);
  expect((await zoe.conversation()).lostContacts).toEqual([]);
});

test("whoever goes on writing where nobody reads is told so a few times, not for ever", async () => {
  for (let at = 0; at < 8; at += 1)
    await email.answers({ ReplyTo: "abc+unknown@inbound.postmarkapp.com" }, "eve@example.com", {
      TextBody: "I am not here.",
    });
  expect(mails()).toHaveLength(5);
});

test("what an agent wrote by email follows a visitor who has left by email, too", async () => {
  const zoe = await email.visitor();
  await email.conversations.reply({
    ...{ conversationId: zoe.conversationId, agent: { id: "u", name: "Ben" }, text: "Hello" },
    source: email.desk.source("email"),
  });
  await email.passes(3 * minute);
  expect(mails()).toHaveLength(1);
});

test("a mail that is larger than Postmark ever brings is refused, and the next one is taken", async () => {
  const zoe = await email.visitor();
  await zoe.isAnswered("Hello");
  await email.passes(3 * minute);
  const Content = "A".repeat(51 * 1024 * 1024);
  const Attachments = [{ Name: "a.bin", Content, ContentType: "" }];
  const tooLarge = await email.answers(mails()[0] ?? {}, address, { Attachments });
  expect(tooLarge.status).toBe(413);
  const next = await email.answers(mails()[0] ?? {}, address, { StrippedTextReply: "Hi" });
  expect(next.status).toBe(200);
  expect((await zoe.events()).at(-1)).toMatchObject({ message: { text: "Hi" } });
});
