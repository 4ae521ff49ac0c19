import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { PlannedNotice } from "../../src/notifications/notice.ts";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("notices", (bench) => {
  const planned = (more: Partial<PlannedNotice> = {}): PlannedNotice => ({
    way: "email",
    recipient: `${randomUUID()}@example.com`,
    conversationId: randomUUID(),
    key: randomUUID(),
    dueAt: 1_000,
    ...more,
  });
  const lease = { now: 1_000, until: 2_000 };
  const idsOf = (notices: { id: string }[] | undefined) => (notices ?? []).map(({ id }) => id);
  /** Nothing of another test is left to take. */
  const clear = async () => {
    for (let taken = await take(); taken; taken = await take())
      await bench.storage.notices.end(idsOf(taken), "dropped", "");
  };
  const take = () =>
    bench.storage.notices.take({ now: Number.MAX_SAFE_INTEGER - 1, until: Number.MAX_SAFE_INTEGER });

  test("are planned once, however often that is said", async () => {
    await clear();
    const notice = planned();
    await bench.atOnce(({ notices }) => notices.plan([notice]));
    await bench.storage.notices.plan([notice]);
    await bench.restart();
    expect(await bench.storage.notices.take(lease)).toMatchObject([
      { way: "email", recipient: notice.recipient, conversationId: notice.conversationId, attempts: 0 },
    ]);
    expect(await bench.storage.notices.take(lease)).toBeUndefined();
  });

  test("of one recipient are taken together, those that are not due yet too", async () => {
    await clear();
    const { notices } = bench.storage;
    const recipient = "zoe@example.com";
    await notices.plan([
      planned({ recipient }),
      planned({ recipient, dueAt: 9_000 }),
      planned({ dueAt: 9_000 }),
    ]);
    expect(await notices.take(lease)).toHaveLength(2);
    expect(await notices.take(lease)).toBeUndefined();
  });

  test("are taken by one only, and by another when that one does not come back", async () => {
    await clear();
    await bench.storage.notices.plan([planned()]);
    const taken = await bench.atOnce(({ notices }) => notices.take(lease));
    expect(taken.filter((one) => one && one.length > 0)).toHaveLength(1);
    expect(await bench.storage.notices.take({ now: 2_001, until: 3_000 })).toHaveLength(1);
  });

  test("that were sent are not due, and are counted as one when they went out as one", async () => {
    await clear();
    const { notices } = bench.storage;
    const recipient = "+14155550123";
    const since = 1_900_000_000_000;
    await notices.plan([planned({ way: "sms", recipient }), planned({ way: "sms", recipient })]);
    await notices.sent(idsOf(await notices.take(lease)), "SM1", since);
    expect(await notices.take({ now: 99_000, until: 100_000 })).toBeUndefined();
    expect(await notices.countSince("sms", since)).toBe(1);
    expect(await notices.countSince("email", since)).toBe(0);
    expect(await notices.pace("sms", recipient)).toEqual({ sentAt: since, dueAt: undefined });
    expect(await notices.last("sms", recipient)).toMatchObject({ state: "sent", at: since });
  });

  test("that failed come back later, with one more failed try", async () => {
    await clear();
    const { notices } = bench.storage;
    const { recipient, ...rest } = planned();
    await notices.plan([{ recipient, ...rest }]);
    await notices.postpone(idsOf(await notices.take(lease)), 5_000, "Postmark does not answer.");
    expect(await notices.take({ now: 4_999, until: 6_000 })).toBeUndefined();
    expect(await notices.take({ now: 5_000, until: 6_000 })).toMatchObject([{ attempts: 1 }]);
    expect(await notices.last("email", recipient)).toMatchObject({ error: "Postmark does not answer." });
  });

  test("are reported on by the provider's id, and what is not ours is said to be none", async () => {
    await clear();
    const { notices } = bench.storage;
    const notice = planned();
    await notices.plan([notice]);
    await notices.sent(idsOf(await notices.take(lease)), "pm-1", 1);
    expect(await notices.reported("pm-1", "failed", "It bounced.")).toBe(true);
    expect(await notices.reported("pm-2", "delivered")).toBe(false);
    expect(await notices.last("email", notice.recipient)).toMatchObject({
      state: "failed",
      error: "It bounced.",
    });
  });

  test("know who cannot be reached until that changes", async () => {
    const { notices } = bench.storage;
    const gone = {
      way: "email",
      recipient: "old@example.com",
      reason: "bounced",
      words: "It bounced.",
    } as const;
    await notices.markUnreachable({ ...gone, words: "First." });
    await notices.markUnreachable(gone);
    await bench.restart();
    expect(await bench.storage.notices.unreachable()).toEqual([gone]);
    expect(await bench.storage.notices.markReachable("email", "old@example.com")).toBe(true);
    expect(await bench.storage.notices.markReachable("email", "old@example.com")).toBe(false);
    expect(await bench.storage.notices.unreachable()).toEqual([]);
  });

  test("are in vain when nothing of a call was sent, and all that waits has failed too often", async () => {
    await clear();
    const { notices } = bench.storage;
    const key = randomUUID();
    const isInVain = () => notices.isInVain({ way: "email", key, attempts: 2 });
    await notices.plan([planned({ key }), planned({ key }), planned({ key, way: "sms" }), planned()]);
    const [one, other] = [idsOf(await notices.take(lease)), idsOf(await notices.take(lease))];
    expect(await isInVain()).toBe(false);
    await notices.end(one, "failed", "gone");
    await notices.postpone(other, 2_000, "down");
    expect(await isInVain()).toBe(false);
    await notices.postpone(other, 3_000, "down");
    expect(await isInVain()).toBe(true);
    await notices.sent(other, "m-1", 4_000);
    expect(await isInVain()).toBe(false);
  });
});
