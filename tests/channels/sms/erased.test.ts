import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { textsOf } from "../../support/desk.ts";
import { anasPhone, openSms, zoesPhone } from "./support.ts";

const minute = 60_000;
let sms: Awaited<ReturnType<typeof openSms>>;
beforeEach(async () => {
  sms = await openSms();
});
afterEach(() => sms.close());

async function texted(text = "Does it work now?") {
  const zoe = await sms.visitor();
  await zoe.isAnswered(text);
  await sms.passes(3 * minute);
  return zoe;
}

describe("an SMS to a chat that was erased", () => {
  test("gets its sender told once that it was deleted and what to do, and begins nothing anew", async () => {
    const zoe = await texted();
    await sms.erases(zoe.conversationId);
    const answer = { From: zoesPhone, Body: "Yes", MessageSid: "SM7" };
    expect(await sms.toldBack(answer)).toMatch(
      /chat with us was deleted, so nobody got this.*begin a new chat/,
    );
    expect(await sms.toldBack(answer)).toBeUndefined();
    const { phones, store } = sms.desk.storage;
    expect(await phones.textedAt(zoesPhone)).toEqual([]);
    expect(await store.findByVisitor("default", zoe.id)).toBeUndefined();
  });

  test("is not read in another chat of the number, until that one was answered since", async () => {
    const other = await texted("A word from the other chat");
    const zoe = await texted();
    await sms.passes(minute);
    await sms.erases(zoe.conversationId);
    expect(await sms.toldBack({ From: zoesPhone, Body: "Yes" })).toContain(
      "cannot tell whether this is for it",
    );
    expect(textsOf(await other.events())).not.toContain("Yes");

    await sms.passes(minute);
    await other.isAnswered("Are you there?");
    await sms.passes(3 * minute);
    expect(await sms.toldBack({ From: zoesPhone, Body: "Here" })).toBeUndefined();
    expect(textsOf(await other.events()).at(-1)).toBe("Here");
  });

  test("tells an agent that their answer reached nobody, and never gives it to the visitor they were told of before", async () => {
    await sms.settings.change({ smsRecipients: [anasPhone] }, "Admin");
    const { notices } = sms.desk.storage;
    const told = async (conversationId: string) => {
      const whose = { way: "sms" as const, recipient: anasPhone, conversationId };
      await notices.plan([{ ...whose, key: conversationId, dueAt: 0 }]);
      const taken = (await notices.take({ now: 1, until: 2 })) ?? [];
      sms.desk.clock.at += 1;
      await notices.sent(
        taken.map(({ id }) => id),
        conversationId,
        sms.desk.now(),
      );
    };
    const [earlier, zoe] = [await texted(), await texted()];
    await told(earlier.conversationId);
    await told(zoe.conversationId);
    await sms.erases(zoe.conversationId);
    expect(await sms.toldBack({ From: anasPhone, Body: "On my way!" })).toContain(
      "Not sent: this conversation was deleted",
    );
    expect(textsOf(await earlier.events())).not.toContain("On my way!");
  });

  test("whose carrier gives up late does not bring the number back", async () => {
    const zoe = await texted();
    await sms.erases(zoe.conversationId);
    const path = `/webhooks/twilio/status?conversation=${zoe.conversationId}&after=0`;
    const status = { MessageSid: "SM1", To: zoesPhone, MessageStatus: "undelivered", ErrorCode: "30005" };
    expect((await sms.posts(path, status)).status).toBe(204);
    expect(await sms.desk.storage.notices.unreachable()).toEqual([]);
  });
});
