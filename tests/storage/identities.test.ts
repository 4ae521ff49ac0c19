import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createAnalytics } from "../../src/analytics/index.ts";
import type { Agent } from "../../src/conversation/conversation.ts";
import type { Happening } from "../../src/conversation/events.ts";
import { type Bench, change, onEachDatabase, somebody } from "./on-each-database.ts";

onEachDatabase("who is one agent", (bench) => {
  const person = (name = "Ana") => {
    const [team, user] = [randomUUID().slice(0, 8), randomUUID().slice(0, 8)];
    const memberId = randomUUID();
    const email = `${memberId}@example.com`;
    return { memberId, email, name, place: `slack:${team}/`, id: `slack:${team}/${user}` };
  };
  type Someone = ReturnType<typeof person>;

  const inSlack = ({ id }: Someone): Agent => ({ id, name: "Ana in Slack" });
  const recognised = ({ id, email }: Someone) =>
    bench.storage.identities.recognise({ id, name: "ana" }, email);

  async function joins({ memberId, email, name }: Someone, isConfirmed = true): Promise<void> {
    await bench.sql(
      `INSERT INTO "User" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
       VALUES ('${memberId}', '${name}', '${email}', ${isConfirmed}, '2026-01-01 00:00:00', '2026-01-01 00:00:00')`,
    );
  }

  test("what somebody did in Slack before is the member's as soon as they are recognised, wherever it is read", async () => {
    const ana = person();
    const { id, siteKey } = await claimedBy(bench, inSlack(ana));
    // Counted, and remembered, as it was.
    const analytics = createAnalytics({ ...bench.storage, now: () => bench.clock.at, log: { error() {} } });
    await analytics.catchUp();
    expect((await bench.storage.store.find(id))?.agent).toMatchObject(inSlack(ana));
    await joins(ana);
    expect(await mine(ana)).toEqual([]);

    expect(await recognised(ana)).toBe(true);
    const member = { id: ana.memberId, name: "Ana" };
    const { store, directory, archive, numbers, heldReplies } = bench.storage;
    expect((await store.find(id))?.agent).toMatchObject(member);
    expect(await mine(ana)).toEqual([id]);
    expect(await directory.attendants([siteKey])).toEqual([member]);
    expect(await store.eventsAfter(id, 0)).toMatchObject([
      {},
      { agent: member },
      { message: { author: { kind: "agent", ...member } } },
      { by: member },
    ]);
    const { told } = await archive.latest({ limit: 100 });
    expect(told.find(({ conversation }) => conversation.id === id)?.events[1]).toMatchObject({
      agent: member,
    });

    const scope = { from: 0, to: 4_000_000_000_000, siteKeys: [siteKey] };
    expect(await numbers.people(scope)).toEqual([member]);
    const { total } = await numbers.list({
      ...{ scope: { ...scope, agentId: ana.memberId }, measure: "handedOff", promisesDue: 4_000_000_000_000 },
    });
    expect(total).toBe(1);

    const source = { via: "slack", externalId: randomUUID() };
    await heldReplies.hold({
      ...{
        source,
        conversationId: id,
        agent: inSlack(ana),
        text: "Hi",
        reason: "undo",
        releaseAt: undefined,
      },
    });
    expect((await heldReplies.find(source))?.agent).toMatchObject(member);
  });

  test("two ids of one person are one person in reports and lists", async () => {
    const ana = person();
    await joins(ana);
    const { siteKey } = await claimedBy(bench, inSlack(ana));
    await claimedBy(bench, { id: ana.memberId, name: "Ana" }, siteKey);
    await recognised(ana);
    const analytics = createAnalytics({ ...bench.storage, now: () => bench.clock.at, log: { error() {} } });
    await analytics.catchUp();
    const scope = { from: 0, to: 4_000_000_000_000, siteKeys: [siteKey] };
    expect(await bench.storage.numbers.people(scope)).toEqual([{ id: ana.memberId, name: "Ana" }]);
    expect(await bench.storage.directory.attendants([siteKey])).toEqual([{ id: ana.memberId, name: "Ana" }]);
    expect(await bench.storage.directory.count({ attendedBy: ana.memberId })).toBe(2);
  });

  test("an address that nobody has shown to be theirs makes nobody one agent, until it is", async () => {
    const ana = person();
    await joins(ana, false);
    expect(await recognised(ana)).toBe(false);
    expect(bench.storage.identities.agentOf(inSlack(ana))).toEqual(inSlack(ana));
    expect(await strangers(ana)).toEqual([]);

    await bench.sql(`UPDATE "User" SET "emailVerified" = true WHERE "id" = '${ana.memberId}'`);
    expect(await strangers(ana)).toEqual([ana.memberId]);
    expect(await recognised({ ...ana, email: ana.email.toUpperCase() })).toBe(true);
    expect(bench.storage.identities.of(ana.memberId)).toEqual([{ id: ana.id, name: "ana" }]);
    expect(await strangers(ana)).toEqual([]);
    expect(await recognised(ana)).toBe(false);
  });

  test("it follows the address: with another one they are somebody else, with none they are themselves again", async () => {
    const [ana, ben] = [person("Ana"), person("Ben")];
    await joins(ana);
    await joins(ben);
    const { id } = await claimedBy(bench, inSlack(ana));
    await recognised(ana);
    expect(await recognised({ ...ana, email: ben.email })).toBe(true);
    expect((await bench.storage.store.find(id))?.agent).toMatchObject({ id: ben.memberId, name: "Ben" });
    expect(await bench.storage.identities.recognise({ id: ana.id, name: "ana" }, undefined)).toBe(true);
    expect((await bench.storage.store.find(id))?.agent).toMatchObject(inSlack(ana));
    expect(bench.storage.identities.of(ben.memberId)).toEqual([]);
  });

  test("somebody with the same address in two workspaces is one agent in both", async () => {
    const [here, there] = [person(), person()];
    await joins(here);
    await recognised(here);
    await recognised({ ...there, email: here.email });
    expect(
      bench.storage.identities
        .of(here.memberId)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([here.id, there.id].sort());
    expect(bench.storage.identities.agentOf(inSlack(there)).id).toBe(here.memberId);
  });

  test("who is taken out of the team is whoever they were in Slack, with what they did there", async () => {
    const ana = person();
    await joins(ana);
    const { id } = await claimedBy(bench, inSlack(ana));
    await recognised(ana);
    await bench.sql(`DELETE FROM "Identity" WHERE "memberId" = '${ana.memberId}'`);
    await bench.sql(`DELETE FROM "User" WHERE "id" = '${ana.memberId}'`);
    await bench.storage.identities.load();
    expect((await bench.storage.store.find(id))?.agent).toMatchObject(inSlack(ana));
    expect(await recognised(ana)).toBe(false);
  });

  test("is known after a restart, and on another node once it reads it", async () => {
    const ana = person();
    await joins(ana);
    const other = await bench.otherNode();
    await recognised(ana);
    await bench.restart();
    expect(bench.storage.identities.agentOf(inSlack(ana)).id).toBe(ana.memberId);
    await other?.identities.load();
    expect(other?.identities.agentOf(inSlack(ana)).id ?? ana.memberId).toBe(ana.memberId);
  });

  test("whoever listens hears of somebody new, and not of the same again", async () => {
    const ana = person();
    await joins(ana);
    let heard = 0;
    bench.storage.identities.subscribe(() => heard++);
    await recognised(ana);
    await recognised(ana);
    expect(heard).toBe(1);
  });

  test("whoever follows hears which member has other ids, also when that is found by reading anew, until they stop", async () => {
    const { identities } = bench.storage;
    const [ana, ben] = [person(), person("Ben")];
    await joins(ana);
    await joins(ben);
    const heard: string[] = [];
    const stop = identities.follow((memberId) => heard.push(memberId));
    await recognised(ana);
    await identities.recognise({ id: ana.id, name: "ana l." }, ana.email);
    await identities.load();
    expect(heard).toEqual([ana.memberId]);

    // As another node does it.
    await bench.sql(`UPDATE "Identity" SET "memberId" = '${ben.memberId}' WHERE "id" = '${ana.id}'`);
    await identities.load();
    expect(heard.slice(1).sort()).toEqual([ana.memberId, ben.memberId].sort());
    stop();
    await identities.recognise({ id: ana.id, name: "ana" }, undefined);
    expect(heard).toHaveLength(3);
  });

  async function mine({ memberId }: Someone): Promise<string[]> {
    const { summaries } = await bench.storage.directory.list({ status: "open", agentId: memberId });
    return summaries.map(({ conversation }) => conversation.id);
  }

  async function strangers({ place, memberId }: Someone): Promise<string[]> {
    const found = await bench.storage.identities.strangersTo(place);
    return found.map(({ id }) => id).filter((id) => id === memberId);
  }
});

/** A conversation that was handed off, claimed, and answered by an agent, who then made its replies internal. */
async function claimedBy({ storage, clock }: Bench, agent: Agent, siteKey: string = randomUUID()) {
  const handoff = { at: clock.at, by: "button", reason: "Asked" } as const;
  const conversation = { ...somebody(), siteKey, handoff, status: "agent", agent } as const;
  const message = { id: randomUUID(), author: { kind: "agent", ...agent }, text: "Hi", note: false } as const;
  const happenings: Happening[] = [
    { type: "conversation.handedOff", handoff, sentence: "Connecting you." },
    { type: "conversation.claimed", agent },
    { type: "message.posted", message },
    { type: "conversation.repliesSwitched", to: "team", by: agent },
  ];
  await storage.store.record(change(conversation, ...happenings));
  return { id: conversation.id, siteKey };
}
