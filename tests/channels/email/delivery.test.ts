import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliveryRouter } from "../../../src/channels/email/delivery.ts";
import { postmarksOwn } from "../../../src/channels/email/postmarks-own.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { type Served, serve } from "../../support/serve.ts";

const to = "ana@example.com";
let desk: Desk;
let served: Served;
let refused: number;

beforeEach(async () => {
  desk = await openDesk();
  refused = 0;
  served = await serve(() =>
    deliveryRouter({
      ...{ notices: desk.storage.notices, conversations: desk.conversations, store: desk.storage.store },
      isPostmarks: postmarksOwn("correct horse", () => {
        refused += 1;
      }),
    }),
  );
  const { notices } = desk.storage;
  await notices.plan([{ way: "email", recipient: to, conversationId: randomUUID(), key: "k", dueAt: 0 }]);
  const taken = (await notices.take({ now: 1, until: 2 })) ?? [];
  await notices.sent(
    taken.map(({ id }) => id),
    "pm-1",
    3,
  );
});
afterEach(async () => {
  await served.close();
  await desk.close();
});

const reports = (body: unknown, password = "correct horse") =>
  fetch(`${served.url}/webhooks/postmark/delivery`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`postmark:${password}`).toString("base64")}`,
    },
    body: JSON.stringify(body),
  });
const last = () => desk.storage.notices.last("email", to);
const bounce = { RecordType: "Bounce", MessageID: "pm-1", Email: "Ana@example.com", Type: "HardBounce" };

describe("what Postmark reports of a mail", () => {
  test("is kept: that it arrived", async () => {
    const delivery = { RecordType: "Delivery", MessageID: "pm-1", Recipient: to };
    expect((await reports(delivery)).status).toBe(204);
    expect(await last()).toMatchObject({ state: "delivered" });
  });

  test("ends mail to an address that is dead, with Postmark's words for the admin", async () => {
    await reports({ ...bounce, Inactive: true, Description: "The server was unable to deliver." });
    expect(await desk.storage.notices.unreachable()).toMatchObject([
      { recipient: to, reason: "bounced", words: expect.stringContaining("unable to deliver") },
    ]);
    expect(await last()).toMatchObject({ state: "failed" });
  });

  test("is kept: that one mail bounced, which may go well next time", async () => {
    await reports({ ...bounce, Type: "SoftBounce", Inactive: false });
    expect(await last()).toMatchObject({ state: "failed" });
    expect(await desk.storage.notices.unreachable()).toEqual([]);
  });

  test("ends mail to whoever calls it spam", async () => {
    await reports({ RecordType: "SpamComplaint", MessageID: "pm-1", Email: to });
    expect(await desk.storage.notices.unreachable()).toMatchObject([{ recipient: to }]);
  });

  test("is refused with 401, so that Postmark calls again, when the password is not right", async () => {
    for (const wrong of ["", "wrong", "correct horse "]) {
      const response = await reports({ ...bounce, Inactive: true }, wrong);
      expect(response.status).toBe(401);
    }
    expect(refused).toBe(3);
    expect(await last()).toMatchObject({ state: "sent" });
  });

  test("is refused in words when it cannot be read", async () => {
    expect((await reports({ RecordType: "Poem" })).status).toBe(422);
  });
});
