import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "../../support/desk.ts";
import { openSms } from "./support.ts";

const to = "+14155550123";
let sms: Awaited<ReturnType<typeof openSms>>;
let desk: Desk;

beforeEach(async () => {
  sms = await openSms();
  desk = sms.desk;
  const { notices } = desk.storage;
  await notices.plan([{ way: "sms", recipient: to, conversationId: randomUUID(), key: "k", dueAt: 0 }]);
  const taken = (await notices.take({ now: 1, until: 2 })) ?? [];
  await notices.sent(
    taken.map(({ id }) => id),
    "SM1",
    3,
  );
});
afterEach(() => sms.close());

const reports = (form: Record<string, string>) => sms.posts("/webhooks/twilio/status", form);
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

  test.each([
    "30004",
    "30005",
    "30006",
  ])("ends SMS to a number that cannot get any (%s)", async (ErrorCode) => {
    await reports({ ...report, MessageStatus: "undelivered", ErrorCode });
    expect(await desk.storage.notices.unreachable()).toMatchObject([{ recipient: to, reason: "invalid" }]);
  });

  test("ends SMS to whoever asked their carrier for no more", async () => {
    await reports({ ...report, MessageStatus: "failed", ErrorCode: "21610" });
    expect(await desk.storage.notices.unreachable()).toMatchObject([{ recipient: to, reason: "opted-out" }]);
  });

  test("about messages that are none of ours marks nobody", async () => {
    await reports({ MessageSid: "SM9", To: "+14155550199", MessageStatus: "failed", ErrorCode: "30005" });
    expect(await desk.storage.notices.unreachable()).toEqual([]);
  });
});
