import { randomUUID } from "node:crypto";
import twilio from "twilio";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createInbound } from "../../../src/channels/sms/inbound.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { type Served, serve } from "../../support/serve.ts";

const to = "+14155550123";
let desk: Desk;
let served: Served;

beforeEach(async () => {
  desk = await openDesk();
  served = await serve((publicUrl) =>
    createInbound({
      ...{ authToken: "secret", publicUrl, conversations: desk.conversations, now: desk.now },
      ...{ notices: desk.storage.notices, store: desk.storage.store, refused: () => {} },
      settings: createSettings({ store: desk.storage.settings, now: desk.now }),
    }),
  );
  const { notices } = desk.storage;
  await notices.plan([{ way: "sms", recipient: to, conversationId: randomUUID(), key: "k", dueAt: 0 }]);
  const taken = (await notices.take({ now: 1, until: 2 })) ?? [];
  await notices.sent(
    taken.map(({ id }) => id),
    "SM1",
    3,
  );
});
afterEach(async () => {
  await served.close();
  await desk.close();
});

/** As Twilio signs it: the address it was given, and every field. */
function reports(form: Record<string, string>): Promise<Response> {
  const url = `${served.url}/webhooks/twilio/status`;
  const signature = twilio.getExpectedTwilioSignature("secret", url, form);
  return fetch(url, {
    method: "POST",
    headers: { "x-twilio-signature": signature },
    body: new URLSearchParams(form),
  });
}
const report = { MessageSid: "SM1", To: to };
const last = () => desk.storage.notices.last("sms", to);

describe("what Twilio reports of an SMS", () => {
  test("is kept: that it arrived", async () => {
    expect((await reports({ ...report, MessageStatus: "delivered" })).status).toBe(204);
    expect(await last()).toMatchObject({ state: "delivered" });
    await reports({ ...report, MessageStatus: "sent" });
    expect(await last()).toMatchObject({ state: "delivered" });
  });

  test("is kept: that the carrier dropped it, which may go well next time", async () => {
    await reports({ ...report, MessageStatus: "undelivered", ErrorCode: "30008" });
    expect(await last()).toMatchObject({ state: "failed", error: expect.stringContaining("30008") });
    expect(await desk.storage.notices.unreachable()).toEqual([]);
  });

  test.each(["30005", "30006"])("ends SMS to a number that cannot get any (%s)", async (ErrorCode) => {
    await reports({ ...report, MessageStatus: "undelivered", ErrorCode });
    expect(await desk.storage.notices.unreachable()).toMatchObject([{ recipient: to, reason: "invalid" }]);
  });

  test("about messages that are none of ours marks nobody", async () => {
    await reports({ MessageSid: "SM9", To: "+14155550199", MessageStatus: "failed", ErrorCode: "30005" });
    expect(await desk.storage.notices.unreachable()).toEqual([]);
  });
});
