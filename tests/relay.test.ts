import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Delivery, type Listener, NotBefore, Refused } from "../src/conversation/listener.ts";
import { createRelay, type Relay } from "../src/relay.ts";
import { ana, type Desk, openDesk, textsOf } from "./support/desk.ts";
import { waitUntil } from "./support/patience.ts";
import { quietLog } from "./support/quiet-log.ts";

/** A listener that writes down what it heard, and fails when told to. */
function ear(name: string, audience: Listener["audience"] = "team", pace: Pick<Listener, "isSlow"> = {}) {
  const deliveries: Delivery[] = [];
  const trouble: { next: ((delivery: Delivery) => Promise<void>) | undefined } = { next: undefined };
  const listener: Listener = {
    name,
    audience,
    ...pace,
    concerns: () => true,
    async hear(delivery) {
      await trouble.next?.(delivery);
      deliveries.push(delivery);
    },
  };
  return {
    listener,
    trouble,
    deliveries,
    get texts() {
      return deliveries.map(({ events }) => textsOf(events));
    },
  };
}

let desk: Desk;
let relay: Relay;
const slack = ear("slack");
const assistant = ear("assistant", "visitor", { isSlow: true });
const listeners = [slack.listener, assistant.listener];

beforeEach(async () => {
  for (const each of [slack, assistant]) {
    each.deliveries.length = 0;
    each.trouble.next = undefined;
  }
  desk = await openDesk({ listeners });
  const { lanes, store } = desk.storage;
  relay = createRelay({ lanes, store, listeners, now: desk.now, log: quietLog() });
});
afterEach(async () => {
  await relay.stop();
  await desk.close();
});

const note = async (conversationId: string, text: string) =>
  desk.conversations.note({ conversationId, agent: ana, text, source: desk.source("inbox") });

describe("the relay", () => {
  test("lets nobody wait for a slow listener, however many conversations it is busy with", async () => {
    let letGo = () => {};
    const silence = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    assistant.trouble.next = () => silence;
    for (let count = 0; count < 70; count++) await desk.visitor().says("Hello?");
    relay.start();
    await waitUntil(() => slack.deliveries.length === 70);
    expect(assistant.deliveries).toEqual([]);
    letGo();
    await relay.idle();
    expect(assistant.deliveries).toHaveLength(70);
  });

  test("stops soon though a slow listener is silent, which hears it all in the next process", async () => {
    assistant.trouble.next = () => new Promise(() => {});
    await desk.visitor().says("Hello?");
    relay.start();
    await waitUntil(() => slack.deliveries.length === 1);
    await relay.stop();
    expect(assistant.deliveries).toEqual([]);

    assistant.trouble.next = undefined;
    const { lanes, store } = desk.storage;
    relay = createRelay({ lanes, store, listeners, now: desk.now, log: quietLog() });
    await relay.idle();
    expect(assistant.texts).toEqual([["Hello?"]]);
  });

  test("brings a listener everything new of a conversation at once, in order", async () => {
    const visitor = desk.visitor();
    for (const text of ["one", "two", "three"]) await visitor.says(text);
    await relay.idle();
    expect(slack.texts).toEqual([["one", "two", "three"]]);

    await visitor.says("four");
    await relay.idle();
    expect(slack.texts.at(-1)).toEqual(["four"]);
  });

  test("never brings an event back to where it came from", async () => {
    const visitor = desk.visitor();
    await visitor.says("hello");
    await relay.idle();
    const { id } = await visitor.conversation();
    await desk.conversations.reply({
      conversationId: id,
      agent: ana,
      text: "hi",
      source: desk.source("slack"),
    });
    await visitor.says("thanks");
    await relay.idle();
    expect(slack.texts).toEqual([["hello"], ["thanks"]]);
    expect(assistant.texts.flat()).toEqual(["hello", "hi", "thanks"]);
  });

  test("keeps the team's notes from listeners who speak to the visitor", async () => {
    const visitor = desk.visitor();
    await visitor.says("hello");
    await note((await visitor.conversation()).id, "he is angry");
    await relay.idle();
    expect(slack.texts.flat()).toContain("he is angry");
    expect(assistant.texts.flat()).not.toContain("he is angry");
  });

  test("tries a failed delivery again later, and says that it may have got through", async () => {
    slack.trouble.next = async () => {
      throw new Error("Slack is down");
    };
    const visitor = desk.visitor();
    await visitor.says("one");
    await relay.idle();
    await visitor.says("two");
    await relay.idle();
    expect(slack.texts).toEqual([]);
    expect(assistant.texts).toEqual([["one"], ["two"]]);

    slack.trouble.next = undefined;
    desk.clock.at += 60_000;
    await relay.idle();
    expect(slack.texts).toEqual([["one", "two"]]);
    expect(slack.deliveries[0]?.uncertain).toBe(true);
  });

  test("does not let one conversation's trouble hold up another's", async () => {
    const [unlucky, lucky] = [desk.visitor(), desk.visitor()];
    slack.trouble.next = async ({ conversation }) => {
      if (conversation.visitor.id === unlucky.id) throw new Error("invalid_blocks");
    };
    await unlucky.says("one");
    await lucky.says("two");
    await relay.idle();
    expect(slack.texts).toEqual([["two"]]);
  });

  test("repeats only what a listener had not heard before it failed", async () => {
    const visitor = desk.visitor();
    for (const text of ["one", "two", "three"]) await visitor.says(text);
    slack.trouble.next = async (delivery) => {
      await delivery.heard(2);
      throw new Error("the second post failed");
    };
    await relay.idle();
    slack.trouble.next = undefined;
    desk.clock.at += 60_000;
    await relay.idle();
    expect(slack.texts).toEqual([["three"]]);
  });

  test("waits as long as the other side asks, without counting it as a failure", async () => {
    slack.trouble.next = async () => {
      throw new NotBefore(desk.clock.at + 30_000);
    };
    await desk.visitor().says("one");
    await relay.idle();
    slack.trouble.next = undefined;
    desk.clock.at += 29_000;
    await relay.idle();
    expect(slack.texts).toEqual([]);
    desk.clock.at += 1_000;
    await relay.idle();
    expect(slack.texts).toEqual([["one"]]);
    expect(slack.deliveries[0]?.uncertain).toBe(false);
  });

  test("gives up at once when a listener is refused, visibly, and tries again when told to", async () => {
    slack.trouble.next = async () => {
      throw new Refused("The channel is archived.");
    };
    await desk.visitor().says("one");
    await relay.idle();
    desk.clock.at += 86_400_000;
    await relay.idle();
    expect(await desk.storage.lanes.depth()).toContainEqual({ listener: "slack", waiting: 0, dead: 1 });

    slack.trouble.next = undefined;
    await desk.storage.lanes.revive({ listener: "slack" }, desk.clock.at);
    await relay.idle();
    expect(slack.texts).toEqual([["one"]]);
  });

  test("gives up after an hour of failures rather than never", async () => {
    let attempts = 0;
    slack.trouble.next = async () => {
      attempts += 1;
      throw new Error("still down");
    };
    await desk.visitor().says("one");
    for (let minute = 0; minute < 200; minute += 1) {
      await relay.idle();
      desk.clock.at += 60_000;
    }
    expect(attempts).toBe(20);
    expect(await desk.storage.lanes.depth()).toContainEqual(expect.objectContaining({ dead: 1 }));
  });

  test("brings what a listener missed while it was switched off", async () => {
    const visitor = desk.visitor();
    await visitor.says("one");
    const { lanes, store } = desk.storage;
    const without = createRelay({
      lanes,
      store,
      listeners: [assistant.listener],
      now: desk.now,
      log: quietLog(),
    });
    await without.idle();
    await without.stop();

    desk.clock.at += 600_000;
    await relay.idle();
    expect(slack.texts).toEqual([["one"]]);
  });
});
