import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Copy, HeldReply, Installation } from "../../src/conversation/ports.ts";
import type { StoredFile } from "../../src/files/ports.ts";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("records", (bench) => {
  /** The same act on this node and, where there can be one, on another, at once. */
  const atOnce = async <Result>(act: (storage: typeof bench.storage) => Promise<Result>) => {
    const elsewhere = (await bench.otherNode()) ?? bench.storage;
    return Promise.all([act(bench.storage), act(elsewhere), act(bench.storage), act(elsewhere)]);
  };

  describe("copies", () => {
    const copy = (conversationId: string, from: [number, number], to: [number, number]): Copy => ({
      channel: "slack",
      externalId: `T1/C1/${randomUUID()}`,
      conversationId,
      from: { seq: from[0], part: from[1] },
      to: { seq: to[0], part: to[1] },
    });

    test("are found by every event that stands in them, in order", async () => {
      const id = randomUUID();
      const one = copy(id, [1, 1], [3, 1]);
      const two = copy(id, [3, 2], [3, 2]);
      const three = copy(id, [3, 3], [5, 1]);
      for (const each of [three, copy(randomUUID(), [1, 1], [9, 1]), one, two])
        await bench.storage.copies.add(each);

      expect(await bench.storage.copies.of("slack", id, 1)).toEqual([one]);
      expect(await bench.storage.copies.of("slack", id, 3)).toEqual([one, two, three]);
      expect(await bench.storage.copies.of("slack", id, 6)).toEqual([]);
      expect(await bench.storage.copies.of("sms", id, 3)).toEqual([]);
    });

    test("are replaced when they are added again, and can be removed", async () => {
      const first = copy(randomUUID(), [1, 1], [1, 1]);
      await bench.storage.copies.add(first);
      const longer = { ...first, to: { seq: 2, part: 4 } };
      await atOnce(({ copies }) => copies.add(longer));
      expect(await bench.storage.copies.at("slack", first.externalId)).toEqual(longer);
      expect(await bench.storage.copies.of("slack", first.conversationId, 2)).toEqual([longer]);

      await bench.storage.copies.remove("slack", first.externalId);
      await bench.storage.copies.remove("slack", first.externalId);
      expect(await bench.storage.copies.at("slack", first.externalId)).toBeUndefined();
    });

    test("added by several at once are there once", async () => {
      const one = copy(randomUUID(), [1, 1], [1, 1]);
      await atOnce(({ copies }) => copies.add(one));
      expect(await bench.storage.copies.of("slack", one.conversationId, 1)).toEqual([one]);
    });
  });

  describe("held replies", () => {
    const held = (more: Partial<HeldReply> = {}): HeldReply => ({
      source: { via: "slack", externalId: randomUUID() },
      conversationId: randomUUID(),
      agent: { id: "slack:T1/UANA", name: "Ana", avatarUrl: "https://a.example/a.png" },
      text: "On my way 😀",
      files: [{ id: "f1", name: "a.png", mime: "image/png", size: 7 }],
      reason: "undo",
      releaseAt: 2_000,
      ...more,
    });

    test("are kept as they were written, across a restart", async () => {
      const [one, other] = [held(), held({ reason: "note", releaseAt: undefined, files: undefined })];
      for (const each of [one, other]) expect(await bench.storage.heldReplies.hold(each)).toBe(true);
      await bench.restart();
      for (const each of [one, other])
        expect(await bench.storage.heldReplies.find(each.source)).toEqual(each);
    });

    test("are held once, whoever says it again", async () => {
      const reply = held();
      const results = await atOnce(({ heldReplies }) => heldReplies.hold(reply));
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await bench.storage.heldReplies.hold({ ...reply, text: "Something else" })).toBe(false);
      expect(await bench.storage.heldReplies.find(reply.source)).toEqual(reply);
    });

    test("are dropped by exactly one of those who try at the same moment", async () => {
      const { source } = held();
      await bench.storage.heldReplies.hold(held({ source }));
      const results = await atOnce(({ heldReplies }) => heldReplies.drop(source));
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await bench.storage.heldReplies.drop(source)).toBe(false);
      expect(await bench.storage.heldReplies.find(source)).toBeUndefined();
    });

    test("can be changed while they are held, and keep their files unless others are named", async () => {
      const reply = held();
      const { heldReplies } = bench.storage;
      await heldReplies.hold(reply);
      expect(await heldReplies.change(reply.source, { text: "Almost there" })).toBe(true);
      expect(await heldReplies.find(reply.source)).toEqual({ ...reply, text: "Almost there" });
      expect(await heldReplies.change(reply.source, { text: "Bare", files: [] })).toBe(true);
      expect(await heldReplies.find(reply.source)).toEqual({ ...reply, text: "Bare", files: [] });

      await heldReplies.drop(reply.source);
      expect(await heldReplies.change(reply.source, { text: "Too late" })).toBe(false);
      expect(await heldReplies.find(reply.source)).toBeUndefined();
    });

    test("are due when their time has come, oldest first; those that wait for the agent never", async () => {
      const { heldReplies } = bench.storage;
      const [second, first] = [held({ releaseAt: 20 }), held({ releaseAt: 10 })];
      const asked = held({ reason: "note", releaseAt: undefined });
      for (const each of [second, first, held({ releaseAt: 21 }), asked]) await heldReplies.hold(each);

      expect(await heldReplies.due(20, 10)).toEqual([first, second]);
      expect(await heldReplies.due(20, 1)).toEqual([first]);
      expect(await heldReplies.due(9, 10)).toEqual([]);
      expect(await heldReplies.due(Number.MAX_SAFE_INTEGER, 1_000)).not.toContainEqual(asked);
    });
  });

  describe("presences", () => {
    const here = () => ({
      conversationId: randomUUID(),
      isHere: true,
      at: 1_000,
      page: { url: "https://shop.example/p", title: "Prices" },
    });

    test("are what was saved last", async () => {
      const presence = here();
      await atOnce(({ presences }) => presences.save(presence));
      expect(await bench.storage.presences.find(presence.conversationId)).toEqual(presence);

      const gone = { ...presence, isHere: false, at: 2_000, page: undefined };
      await bench.storage.presences.save(gone);
      expect(await bench.storage.presences.find(presence.conversationId)).toEqual(gone);
      expect(await bench.storage.presences.find("nobody")).toBeUndefined();
    });

    test("are over when they are cleared: for who was here, now", async () => {
      const [present, gone] = [here(), { ...here(), isHere: false }];
      for (const each of [present, gone]) await bench.storage.presences.save(each);
      const before = bench.clock.at;
      await bench.storage.presences.clear();

      const cleared = await bench.storage.presences.find(present.conversationId);
      expect(cleared).toMatchObject({ isHere: false, page: present.page });
      expect(cleared?.at).toBeGreaterThan(before);
      expect(await bench.storage.presences.find(gone.conversationId)).toEqual(gone);
    });
  });

  test("installations are kept per channel, replaced when saved again, and removed", async () => {
    const channel = randomUUID();
    const acme: Installation = {
      channel,
      externalId: "T1",
      name: "Acme",
      sealed: "v1.sealed",
      isApproved: false,
      by: "Ana",
      at: 2_000,
    };
    const early = { ...acme, externalId: "T2", name: "Early", at: 1_000 };
    await atOnce(({ installations }) => installations.save(acme));
    await bench.storage.installations.save(early);
    await bench.storage.installations.save({ ...early, channel: `${channel}-other` });
    expect(await bench.storage.installations.all(channel)).toEqual([early, acme]);

    const approved = { ...acme, isApproved: true, sealed: "v1.new", name: "Acme Inc" };
    await bench.storage.installations.save(approved);
    await bench.storage.installations.remove(channel, "T2");
    await bench.storage.installations.remove(channel, "T2");
    expect(await bench.storage.installations.all(channel)).toEqual([approved]);
    expect(await bench.storage.installations.all(`${channel}-other`)).toHaveLength(1);
  });

  describe("files", () => {
    const file = (more: Partial<StoredFile> = {}): StoredFile => ({
      id: randomUUID(),
      name: "Rechnung 😀.pdf",
      mime: "application/pdf",
      size: 20_000_000,
      via: "slack",
      origin: "https://files.slack.com/files-pri/T1-F1/a.pdf",
      siteKey: "default",
      visitorId: "v1",
      at: 1_000,
      ...more,
    });

    test("are found by their ids, in the order asked for, without those that are unknown", async () => {
      const one = file();
      const other = file({ via: "widget", origin: undefined, siteKey: undefined, visitorId: undefined });
      for (const each of [one, other]) expect(await bench.storage.files.add(each)).toBe(true);

      expect(await bench.storage.files.find(one.id)).toEqual(one);
      expect(await bench.storage.files.find("unknown")).toBeUndefined();
      expect(await bench.storage.files.findMany([other.id, "unknown", one.id])).toEqual([other, one]);
      expect(await bench.storage.files.findMany([])).toEqual([]);
    });

    test("are added once: nobody can take over another's", async () => {
      const mine = file();
      const results = await atOnce(({ files }) => files.add(mine));
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await bench.storage.files.add({ ...mine, visitorId: "thief" })).toBe(false);
      expect(await bench.storage.files.find(mine.id)).toEqual(mine);
    });
  });

  describe("sites", () => {
    const added = async () => {
      const key = `shop-${randomUUID().slice(0, 8)}`;
      expect(await bench.storage.sites.add({ key, name: "Shop" })).toBe(true);
      return key;
    };
    const usual = { origins: [], slack: undefined, look: { accent: "", side: "right" } };

    test("are added once, and begin with what is usual", async () => {
      const key = `shop-${randomUUID().slice(0, 8)}`;
      const results = await atOnce(({ sites }) => sites.add({ key, name: "Shop" }));
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await bench.storage.sites.find(key)).toEqual({ key, name: "Shop", ...usual });
      expect((await bench.storage.sites.list()).map((site) => site.key)).toEqual(
        expect.arrayContaining(["default", key]),
      );
    });

    test("change only in what is named", async () => {
      const { sites } = bench.storage;
      const key = await added();
      const slack = { team: "T1", channel: "C1" };
      const look = { accent: "#1a73e8", side: "left" } as const;

      expect(await sites.change(key, { origins: ["https://shop.example"] })).toMatchObject({ name: "Shop" });
      await sites.change(key, { slack, look });
      const changed = { key, name: "Laden", origins: ["https://shop.example"], slack, look };
      expect(await sites.change(key, { name: "Laden" })).toEqual(changed);
      expect(await sites.change(key, {})).toEqual(changed);
      await bench.restart();
      expect(await bench.storage.sites.find(key)).toEqual(changed);
      expect(await bench.storage.sites.change(key, { slack: null })).toEqual({
        ...changed,
        slack: undefined,
      });
    });

    test("that do not exist cannot be changed", async () => {
      expect(await bench.storage.sites.change("nowhere", { name: "Nowhere" })).toBeUndefined();
      expect(await bench.storage.sites.change("nowhere", {})).toBeUndefined();
    });
  });
});
