import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createConversations } from "../../src/conversation/index.ts";
import type { Lead } from "../../src/conversation/traces.ts";
import type { Storage } from "../../src/storage/index.ts";
import { onEachDatabase } from "./on-each-database.ts";

const fingerprint = (lead: Lead) => `of ${JSON.stringify(lead)}`;

onEachDatabase("what is erased", (bench) => {
  const verbs = (storage: Storage) =>
    createConversations({
      ...{ store: storage.store, newId: randomUUID, now: () => 1_000 },
      ...{ owed: () => ["slack"], announce: () => {} },
    });
  const source = () => ({ via: "widget", externalId: randomUUID() });
  const by = { id: "u1", name: "Ana" };

  async function begun(siteKey = "default") {
    const visitor = { id: randomUUID(), name: "Zoe", email: "zoe@example.com" };
    const said = { siteKey, visitor, id: randomUUID(), text: "PAPAYA for Zoe", source: source() };
    const { conversationId } = await verbs(bench.storage).receive(said);
    return { conversationId, siteKey, visitor };
  }
  const erase = (conversationId: string, at = 2_000) =>
    bench.storage.erasures.erase({ conversationId, reason: "asked", by: "Ana", at, fingerprint });

  test("is gone for every reader, and where it stood elsewhere is written down", async () => {
    const { store, directory, archive, threads, copies, erasures } = bench.storage;
    const { conversationId, siteKey, visitor } = await begun();
    await threads.link("slack", conversationId, `T1/C1/${conversationId}`);
    const here = { seq: 1, part: 1 };
    const post = { channel: "slack", externalId: `T1/C1/2-${conversationId}`, conversationId };
    await copies.add({ ...post, from: here, to: here });

    expect(await erase(conversationId)).toMatchObject({ by: "Ana", removed: { messages: 1 } });
    expect(await store.find(conversationId)).toBeUndefined();
    expect(await store.findByVisitor(siteKey, visitor.id)).toBeUndefined();
    expect(await store.eventsAfter(conversationId, 0)).toEqual([]);
    expect((await directory.list({ search: "papaya" })).summaries).toEqual([]);
    const { told } = await archive.latest({ limit: 1_000 });
    expect(told.map(({ conversation }) => conversation.id)).not.toContain(conversationId);
    expect(await threads.find("slack", conversationId)).toBeUndefined();
    expect(await threads.conversationAt("slack", `T1/C1/${conversationId}`)).toBeUndefined();
    expect(await copies.at("slack", post.externalId)).toBeUndefined();
    const waiting = await erasures.waiting(conversationId, 10);
    expect(waiting.map(({ place }) => place)).toEqual(["slack/thread", "slack/post", "slack/post"]);
    expect(JSON.stringify(await erasures.find(conversationId))).not.toMatch(/Zoe|papaya/i);
    expect(await erase(conversationId)).toBeUndefined();
  });

  test("stays gone, whoever is in the middle of something", async () => {
    const { store } = bench.storage;
    const { conversationId, siteKey, visitor } = await begun();
    const before = await store.find(conversationId);
    await erase(conversationId);
    if (!before) throw new Error("There was none.");
    const late = { conversation: before, happenings: [{ type: "conversation.closed" as const, by }] };
    await expect(store.record({ ...late, source: source(), lanes: ["slack"] })).rejects.toThrow();
    await expect(verbs(bench.storage).close({ conversationId, agent: by, source: source() })).rejects.toThrow(
      "There is no such conversation.",
    );
    expect(await bench.storage.lanes.lease({ now: 5_000, until: 6_000, limit: 100 })).not.toContainEqual(
      expect.objectContaining({ conversationId }),
    );
    const again = { siteKey, visitor: { id: visitor.id }, id: randomUUID(), text: "Hello", source: source() };
    expect((await verbs(bench.storage).receive(again)).conversationId).not.toBe(conversationId);
  });

  test("and was still written down a moment later is swept up", async () => {
    const { copies, erasures, presences } = bench.storage;
    const { conversationId } = await begun();
    await erase(conversationId);
    const here = { seq: 1, part: 1 };
    const late = { channel: "slack", externalId: `T1/C1/3-${conversationId}`, conversationId };
    await copies.add({ ...late, from: here, to: here });
    await presences.save({ conversationId, isHere: true, at: 3_000, page: { url: "https://a.example" } });
    expect(await erasures.sweep(conversationId, fingerprint)).toBe(true);
    expect(await erasures.sweep(conversationId, fingerprint)).toBe(false);
    expect(await presences.find(conversationId)).toBeUndefined();
    expect(await erasures.waiting(conversationId, 10)).toEqual([
      { place: "slack/post", externalId: late.externalId },
    ]);
  });

  test("is worked at by one node at a time, and what stays can be tried again", async () => {
    const { erasures } = bench.storage;
    const { conversationId } = await begun();
    await erase(conversationId, 1);
    const leases = await bench.atOnce((storage) => storage.erasures.lease({ now: 3_000, until: 4_000 }));
    const mine = leases.filter((lease) => lease?.conversationId === conversationId);
    expect(mine).toHaveLength(1);

    const copy = { place: "slack/post" as const, externalId: `T1/C1/4-${conversationId}` };
    await erasures.add(conversationId, [copy]);
    await erasures.add(conversationId, [copy]);
    await erasures.settle(copy, { state: "kept", reason: "Archived.", link: "https://a.example" });
    expect(await erasures.kept(conversationId, 10)).toMatchObject([{ ...copy, reason: "Archived." }]);
    await erasures.finish(conversationId, 5_000);
    expect(await erasures.find(conversationId)).toMatchObject({ doneAt: 5_000 });
    expect(await erasures.retry(conversationId, 6_000)).toBe(true);
    expect(await erasures.waiting(conversationId, 10)).toEqual([copy]);
  });

  test("because its time is over is closed, of that site, and silent for so long", async () => {
    const { erasures, sites } = bench.storage;
    const siteKey = `shop-${randomUUID().slice(0, 8)}`;
    await sites.add({ key: siteKey, name: "Shop" });
    const [over, open] = [await begun(siteKey), await begun(siteKey)];
    await verbs(bench.storage).close({ conversationId: over.conversationId, agent: by, source: source() });
    expect(await erasures.over(siteKey, 2e12, 10)).toEqual([over.conversationId]);
    expect(await erasures.countOver(siteKey, 2e12)).toBe(1);
    expect(await erasures.countOver(siteKey, 1_000)).toBe(0);
    expect(open.conversationId).not.toBe(over.conversationId);
  });

  test("is known by whatever led there, until that is forgotten", async () => {
    const { conversationId, siteKey, visitor } = await begun();
    const { traces, mailAddresses } = bench.storage;
    const { token } = await mailAddresses.of({
      conversationId,
      role: "visitor",
      recipient: "zoe@example.com",
    });
    const led = fingerprint({ kind: "visitor", siteKey, visitorId: visitor.id });
    const answered = fingerprint({ kind: "mail", role: "visitor", token });
    expect(await traces.find(led)).toBeUndefined();
    await erase(conversationId);
    expect(await traces.find(led)).toEqual({ siteKey, at: 2_000 });
    expect(await traces.find(answered)).toEqual({ siteKey, at: 2_000 });

    const late = await mailAddresses.of({ conversationId, role: "agent", recipient: "ana@example.com" });
    await bench.storage.erasures.sweep(conversationId, fingerprint);
    const alsoAnswered = fingerprint({ kind: "mail", role: "agent", token: late.token });
    expect(await traces.find(alsoAnswered)).toEqual({ siteKey, at: 2_000 });

    expect(await traces.add(led, { siteKey, at: 9_000 })).toBe(false);
    await traces.forget(2_001);
    expect(await traces.find(led)).toBeUndefined();
  });

  test("leaves a file that another conversation has, until the last one goes", async () => {
    const { files, erasures } = bench.storage;
    const [one, other] = [await begun(), await begun()];
    const id = randomUUID();
    const name = { name: "plan.pdf", mime: "application/pdf", size: 3 };
    await files.add({ id, ...name, via: "slack", origin: `T1/F-${id}`, at: 500 });
    for (const { conversationId } of [one, other])
      await verbs(bench.storage).reply({
        ...{ conversationId, agent: by, text: "Here", source: source() },
        files: [{ id, ...name }],
      });
    const isWaiting = async ({ conversationId }: { conversationId: string }) =>
      (await erasures.waiting(conversationId, 10)).some(({ externalId }) => externalId === id);

    expect(await erase(one.conversationId)).toMatchObject({ removed: { files: 0, sharedFiles: 1 } });
    expect([await files.find(id), await isWaiting(one)]).toEqual([expect.objectContaining({ id }), false]);
    expect(await erase(other.conversationId)).toMatchObject({ removed: { files: 1, sharedFiles: 0 } });
    expect([await files.find(id), await isWaiting(other)]).toEqual([undefined, true]);

    // Shared once more after it was removed, it is removed once more.
    await erasures.settle({ place: "file", externalId: id }, { state: "gone" });
    const third = await begun();
    await files.add({ id, ...name, via: "slack", origin: `T1/F-${id}`, at: 500 });
    await verbs(bench.storage).reply({
      ...{ conversationId: third.conversationId, agent: by, text: "Again", source: source() },
      files: [{ id, ...name }],
    });
    await erase(third.conversationId);
    expect(await isWaiting(third)).toBe(true);
  });
});
