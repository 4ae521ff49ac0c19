import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TakenMail } from "../../mail/support/postmark.ts";
import { openEmail } from "./support.ts";

const minute = 60_000;
let email: Awaited<ReturnType<typeof openEmail>>;
beforeEach(async () => {
  email = await openEmail();
});
afterEach(() => email.close());

const mails = () => email.postmark.taken.map(({ mail }) => mail);
const refusals = () => mails().filter(({ Tag }) => Tag === "refusal");

/** A visitor who was mailed an answer, and then erased. */
async function erased() {
  const zoe = await email.visitor();
  await zoe.isAnswered("Does it work now?");
  await email.passes(3 * minute);
  const mail: Partial<TakenMail["mail"]> = mails()[0] ?? {};
  await zoe.isErased();
  return { ...zoe, mail };
}

describe("a mail that answers a conversation which was erased", () => {
  test("gets its writer told once that it was deleted and what to do, and begins nothing anew", async () => {
    const { mail, id, conversationId } = await erased();
    const reply = { MessageID: "m-1", StrippedTextReply: "Yes, PAPAYA" };
    for (let times = 0; times < 2; times += 1)
      expect((await email.answers(mail, "zoe@example.com", reply)).status).toBe(200);
    expect(refusals()).toHaveLength(1);
    expect(refusals()[0]).toMatchObject({ To: "zoe@example.com" });
    expect(refusals()[0]?.TextBody).toMatch(
      /chat that you answered was deleted[\s\S]*open the chat on our website/,
    );
    const { store, directory } = email.desk.storage;
    expect(await store.find(conversationId)).toBeUndefined();
    expect(await store.findByVisitor("default", id)).toBeUndefined();
    expect((await directory.list({ search: "papaya" })).summaries).toEqual([]);
  });

  test("is told of another time when they write another mail, and never to a machine", async () => {
    const { mail } = await erased();
    await email.answers(mail, "zoe@example.com", { StrippedTextReply: "Yes" });
    await email.answers(mail, "zoe@example.com", { StrippedTextReply: "Hello?" });
    await email.answers(mail, "zoe@example.com", {
      Headers: [{ Name: "Auto-Submitted", Value: "auto-replied" }],
    });
    expect(refusals()).toHaveLength(2);
  });

  test("tells somebody of the team that their answer reached nobody", async () => {
    const zoe = await email.visitor();
    await email.carrier.tell("ana@example.com", [
      { conversation: await zoe.conversation(), events: await zoe.events() },
    ]);
    const [mail = {}] = mails();
    await zoe.isErased();
    await email.answers(mail, "ana@example.com", { StrippedTextReply: "On my way" });
    expect(refusals()[0]?.TextBody).toContain("your answer was sent to nobody");
  });

  test("is no longer known after half a year", async () => {
    const { mail } = await erased();
    email.desk.clock.at += 181 * 24 * 60 * minute;
    await email.answers(mail, "zoe@example.com", { StrippedTextReply: "Yes" });
    expect(refusals()[0]?.TextBody).toContain("not sent to an address of a chat");
  });
});

test("erased while their mail's files are taken in, a visitor does not begin again", async () => {
  const zoe = await email.visitor();
  await zoe.isAnswered("Does it work now?");
  await email.passes(3 * minute);
  const [mail = {}] = mails();
  const { store } = email.desk.storage;
  const find = store.find;
  store.find = async (id) => {
    const found = await find(id);
    store.find = find;
    await zoe.isErased();
    return found;
  };
  await email.answers(mail, "zoe@example.com", { StrippedTextReply: "Yes" });
  expect(await store.findByVisitor("default", zoe.id)).toBeUndefined();
  expect(refusals()).toHaveLength(1);
});

test("the link that ends mails says that none will come any more", async () => {
  const { mail } = await erased();
  const link = `${email.url}${/\/email\/unsubscribe\/\S+/.exec(String(mail.TextBody))?.[0]}`;
  for (const method of ["GET", "POST"]) {
    const page = await fetch(link, { method });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("was deleted, and your address with it");
  }
  const made = await fetch(`${email.url}/email/unsubscribe/madeup`, { method: "POST" });
  expect(made.status).toBe(404);
});

describe("what was known of an address", () => {
  const bounces = (conversation: string) =>
    email.reports({
      ...{ RecordType: "Bounce", MessageID: "pm-9", Email: "zoe@example.com", Inactive: true },
      Metadata: { conversation, after: "0" },
    });

  test("goes with the last conversation of it, and a late bounce does not bring it back", async () => {
    const { conversationId } = await erased();
    const { notices } = email.desk.storage;
    expect((await bounces(conversationId)).status).toBe(204);
    expect(await notices.unreachable()).toEqual([]);
  });

  test("stays while another conversation has it: whoever wanted no more mails wanted none from any", async () => {
    const [zoe, again] = [await email.visitor(), await email.visitor()];
    const { notices } = email.desk.storage;
    const wish = {
      way: "email",
      recipient: "zoe@example.com",
      reason: "opted-out",
      words: "No more.",
    } as const;
    await notices.markUnreachable(wish);
    await zoe.isErased();
    expect(await notices.unreachable()).toEqual([wish]);
    await again.isErased();
    expect(await notices.unreachable()).toEqual([]);
  });
});
