import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LaneTrouble } from "../../src/conversation/lanes.ts";
import type { Listener } from "../../src/conversation/listener.ts";
import { createLadder } from "../../src/notifications/ladder/index.ts";
import { createRelay, type Relay } from "../../src/relay.ts";
import { createSettings, type SettingsDesk } from "../../src/settings/index.ts";
import type { Ladder } from "../../src/settings/ladder.ts";
import { maxAway } from "../../src/settings/schema.ts";
import { ana, type Desk, openDesk } from "../support/desk.ts";
import { quietLog } from "../support/quiet-log.ts";

const minute = 60_000;
let desk: Desk;
let settings: SettingsDesk;
let relay: Relay;
let slackTrouble: LaneTrouble | undefined;

beforeEach(async () => {
  const listeners: Listener[] = [];
  desk = await openDesk({ listeners });
  const { storage, conversations, now } = desk;
  const { store } = storage;
  settings = createSettings({ store: storage.settings, now });
  slackTrouble = undefined;
  listeners.push(
    ...createLadder({
      conversations,
      store,
      settings,
      slackTrouble: async () => slackTrouble,
      texts: true,
      now,
    }),
  );
  relay = createRelay({ lanes: storage.lanes, store, listeners, now, log: quietLog() });
});
afterEach(async () => {
  await relay.stop();
  await desk.close();
});

const ladder: Ladder = [
  { kind: "mention", minutes: 2, who: ["S0123ABCD"] },
  { kind: "direct", minutes: 4, who: ["U0123ABCD"] },
  { kind: "sms", minutes: 6, who: [] },
  { kind: "contact", minutes: 10, who: [] },
  { kind: "assistant", minutes: 15, who: [] },
];

async function passes(minutes: number): Promise<void> {
  desk.clock.at += minutes * minute;
  await relay.idle();
}

async function waiting(sentence?: string) {
  const visitor = desk.visitor();
  await visitor.says("Is anybody there?");
  const { siteKey } = await visitor.conversation();
  await desk.conversations.handOff({
    ...{ siteKey, visitor: { id: visitor.id }, sentence, nobodyIsThere: sentence !== undefined },
    decision: { by: "button", reason: "Asked for a person" },
    source: desk.source("widget"),
  });
  await relay.idle();
  const begun = desk.clock.at;
  return {
    ...visitor,
    async steps() {
      return (await visitor.events()).flatMap((event) =>
        event.type === "conversation.escalated"
          ? [`${(event.at - begun) / minute} ${event.escalation.kind}${event.sentence ? " told" : ""}`]
          : [],
      );
    },
  };
}

async function fails(visitor: ReturnType<Desk["visitor"]>, way: "email" | "sms" | "slack") {
  const { id: conversationId, generation } = await visitor.conversation();
  const source = desk.source("notifications");
  await desk.conversations.callFailed({ conversationId, generation, way, problem: "It is down.", source });
  await relay.idle();
}

describe("while nobody answers", () => {
  test("step after step is taken at its time, each once, and the visitor is told the truth now and then", async () => {
    await settings.change({ ladder }, "Ana");
    const zoe = await waiting();
    for (let at = 0; at < 40; at += 1) await passes(0.5);
    expect(await zoe.steps()).toEqual([
      "2 mention",
      "4 direct told",
      "6 sms",
      "10 contact told",
      "15 assistant told",
    ]);
    const sentences = (await zoe.events()).flatMap((event) =>
      event.type === "conversation.escalated" && event.sentence ? [event.sentence] : [],
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(await zoe.conversation()).toMatchObject({ status: "assistant" });
  });

  test("who keeps typing puts nothing off", async () => {
    await settings.change({ ladder }, "Ana");
    const zoe = await waiting();
    for (let at = 0; at < 20; at += 1) {
      await zoe.says(`Hello? ${at}`);
      await passes(0.25);
    }
    expect(await zoe.steps()).toEqual(["2 mention", "4 direct told"]);
  });

  test("the first answer ends it, and so does a claim", async () => {
    await settings.change({ ladder }, "Ana");
    for (const act of ["reply", "claim"] as const) {
      const zoe = await waiting();
      await passes(3);
      const { id: conversationId } = await zoe.conversation();
      const by = { conversationId, agent: ana, source: desk.source("slack") };
      await (act === "reply"
        ? desk.conversations.reply({ ...by, text: "Here I am." })
        : desk.conversations.claim(by));
      for (let at = 0; at < 20; at += 1) await passes(1);
      expect(await zoe.steps()).toEqual(["3 mention"]);
    }
  });

  test("a second wait begins at the first step again", async () => {
    await settings.change({ ladder: ladder.slice(0, 1) }, "Ana");
    const zoe = await waiting();
    await passes(2);
    const { id: conversationId } = await zoe.conversation();
    await desk.conversations.handBack({ conversationId, agent: ana, source: desk.source("slack") });
    await zoe.asksForPerson();
    await passes(2);
    expect(await zoe.steps()).toHaveLength(2);
  });

  test("a visitor without an address is asked for one; who has left one is told where we answer", async () => {
    await settings.change({ ladder: [{ kind: "contact", minutes: 3, who: [] }] }, "Ana");
    const zoe = await waiting();
    await passes(3);
    expect(await zoe.conversation()).toMatchObject({ asksContact: true });
    expect((await zoe.events()).at(-1)).toMatchObject({
      sentence: expect.stringContaining("Leave your email address or a number, and we answer there"),
    });

    const yan = await waiting();
    const { siteKey } = await yan.conversation();
    const source = desk.source("widget");
    await desk.conversations.leaveContact({
      siteKey,
      visitor: { id: yan.id },
      email: "yan@example.com",
      source,
    });
    await passes(3);
    expect(await yan.conversation()).toMatchObject({ asksContact: false });
    expect((await yan.events()).at(-1)).toMatchObject({
      sentence: expect.stringContaining("yan@example.com"),
    });
  });

  test("nobody is called while the team is closed, and somebody is as soon as it opens", async () => {
    desk.clock.at = Date.UTC(2027, 0, 15, 7, 50);
    const hours = { timeZone: "UTC", week: [{ day: 5, from: 8 * 60, to: 18 * 60 }], holidays: [] };
    await settings.change({ ladder: ladder.slice(0, 1), hours }, "Ana");
    const zoe = await waiting();
    for (let at = 0; at < 12; at += 1) await passes(1);
    expect(await zoe.steps()).toEqual(["10 mention told"]);
  });

  test("the team that comes back before it opens is called then", async () => {
    await settings.change({ ladder: ladder.slice(0, 1), awayUntil: maxAway }, "Ana");
    const zoe = await waiting();
    for (let at = 0; at < 5; at += 1) await passes(1);
    expect(await zoe.steps()).toEqual([]);
    await settings.change({ awayUntil: 0 }, "Ana");
    await passes(1);
    expect(await zoe.steps()).toEqual(["6 mention told"]);
  });

  test("no sentence is said twice, and none soon after another but a question that appears", async () => {
    const steps = Array.from({ length: 11 }, (_, index) => ({
      ...(index % 3 === 2
        ? { kind: "contact" as const, who: [] }
        : { kind: "direct" as const, who: ["U0123ABCD"] }),
      minutes: index + 1,
    }));
    await settings.change({ ladder: steps }, "Ana");
    const zoe = await waiting();
    for (let at = 0; at < 60; at += 1) {
      await zoe.says(`Hello? ${at}`);
      await passes(0.25);
    }
    const told = (await zoe.events()).flatMap((event) =>
      event.type === "conversation.escalated" && event.sentence ? [event] : [],
    );
    expect(told.map(({ escalation }) => `${escalation.minutes} ${escalation.kind}`)).toEqual([
      "3 contact",
      "7 direct",
    ]);
    expect(new Set(told.map(({ sentence }) => sentence)).size).toBe(told.length);
    expect(await zoe.steps()).toHaveLength(11);
  });

  test("who was asked for an address at the handoff is not asked again a moment later", async () => {
    await settings.change({ ladder: [{ kind: "contact", minutes: 3, who: [] }] }, "Ana");
    const zoe = await waiting("Our team is away.");
    await passes(3);
    expect(await zoe.steps()).toEqual(["3 contact"]);
    expect(await zoe.conversation()).toMatchObject({ asksContact: true });
  });

  test("when people cannot be told in one way, the next step that calls them in another is taken at once", async () => {
    await settings.change({ ladder: [{ kind: "email", minutes: 1.5, who: [] }, ...ladder] }, "Ana");
    const zoe = await waiting();
    await passes(1);
    await fails(zoe, "email");
    expect(await zoe.steps()).toEqual(["1 mention"]);
    expect((await zoe.events()).at(-1)).toMatchObject({ instead: "email" });
    await passes(0.5);
    expect(await zoe.steps()).toEqual(["1 mention", "1.5 email"]);
    await fails(zoe, "slack");
    expect(await zoe.steps()).toEqual(["1 mention", "1.5 email", "1.5 sms"]);
    await fails(zoe, "sms");
    expect((await zoe.steps()).at(-1)).toBe("1.5 contact told");
    for (let at = 0; at < 20; at += 1) await passes(1);
    expect((await zoe.steps()).slice(4).map((step) => step.replace(/^\S+ /, ""))).toEqual([
      "direct",
      "assistant told",
    ]);
  });

  test("a failed call raises nobody before they may be called, and hands nobody back", async () => {
    await settings.change(
      { ladder: ladder.filter(({ kind }) => kind === "mention" || kind === "assistant"), awayUntil: maxAway },
      "Ana",
    );
    const zoe = await waiting();
    await passes(1);
    await fails(zoe, "email");
    await passes(0.5);
    expect(await zoe.steps()).toEqual([]);
    await settings.change({ awayUntil: 0 }, "Ana");
    await passes(0.25);
    expect(await zoe.steps()).toEqual(["1.75 mention"]);
  });

  test("while Slack does not take the conversation, others are told sooner", async () => {
    await settings.change({ ladder }, "Ana");
    const zoe = await waiting();
    slackTrouble = { listener: "slack", conversationId: "", attempts: 6, error: "fetch failed" };
    await passes(1);
    expect(await zoe.steps()).toEqual(["1 sms"]);
    expect((await zoe.events()).find(({ type }) => type === "conversation.callFailed")).toMatchObject({
      way: "slack",
      problem: "Slack does not answer. What waits is kept and tried again.",
    });
    await passes(1);
    expect(await zoe.steps()).toEqual(["1 sms", "2 mention"]);
  });

  test("an empty ladder does nothing", async () => {
    await settings.change({ ladder: [] }, "Ana");
    const zoe = await waiting();
    await passes(60);
    expect(await zoe.steps()).toEqual([]);
  });
});
