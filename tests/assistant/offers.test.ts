import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAssistant } from "../../src/assistant/index.ts";
import { createGemini } from "../../src/assistant/models/gemini.ts";
import type { ConversationEvent } from "../../src/conversation/events.ts";
import type { Listener } from "../../src/conversation/listener.ts";
import { createRelay, type Relay } from "../../src/relay.ts";
import { createSettings, type SettingsDesk } from "../../src/settings/index.ts";
import { maxAway } from "../../src/settings/schema.ts";
import { ana, type Desk, openDesk, typesOf } from "../support/desk.ts";
import { gemini, startGemini } from "../support/gemini.ts";
import { quietLog } from "../support/quiet-log.ts";

let desk: Desk;
let relay: Relay;
let settings: SettingsDesk;
let server: Awaited<ReturnType<typeof startGemini>>;
let visitor: ReturnType<Desk["visitor"]>;
const listeners: Listener[] = [];

beforeAll(async () => {
  server = await startGemini();
});
afterAll(() => server.stop());

beforeEach(async () => {
  desk = await openDesk({ listeners });
  settings = createSettings({ store: desk.storage.settings, now: desk.now });
  visitor = desk.visitor();
});
afterEach(async () => {
  await relay.stop();
  await desk.close();
});

function begin({ withModel }: { withModel: boolean }) {
  const { conversations, storage } = desk;
  const model = withModel ? createGemini({ apiKey: "k", model: "m", apiUrl: server.url }) : undefined;
  const log = quietLog();
  listeners.length = 0;
  listeners.push(
    createAssistant({ conversations, store: storage.store, settings, model, log, now: desk.now }),
  );
  relay = createRelay({ lanes: storage.lanes, store: storage.store, listeners, now: desk.now, log });
}

async function hears(...texts: string[]) {
  for (const text of texts) {
    await visitor.says(text);
    await relay.idle();
  }
}
async function keepsGoing() {
  await desk.conversations.decline({
    ...{ siteKey: "default", visitor: { id: visitor.id } },
    source: desk.source("widget"),
  });
  await relay.idle();
}
const handBack = async () =>
  desk.conversations.handBack({
    conversationId: (await visitor.conversation()).id,
    agent: ana,
    source: desk.source("slack"),
  });
const offers = async () =>
  (await visitor.events()).filter(
    (event): event is Extract<ConversationEvent, { type: "conversation.offered" }> =>
      event.type === "conversation.offered",
  );
const said = async () =>
  (await visitor.events()).flatMap((event) => {
    if (event.type === "message.posted") return [event.message.text];
    return "sentence" in event ? [event.sentence] : [];
  });

const question = "Would you like to talk to a person from the team?";

describe("with a model, a visitor who may want a person", () => {
  beforeEach(() => begin({ withModel: true }));

  test("is answered first, and then asked, with why it is asked", async () => {
    server.answers(gemini.says("Which parcel is it?"));
    await hears("Can someone help me with my parcel?");
    expect(await said()).toEqual(["Can someone help me with my parcel?", "Which parcel is it?", question]);
    expect((await offers())[0]?.offer).toMatchObject({
      by: "rule",
      rule: "asks-for-someone",
      reason: "May want a person",
      matched: expect.stringContaining("someone"),
      confidence: 0.5,
    });
    expect(await visitor.conversation()).toMatchObject({ status: "assistant", offer: { isOpen: true } });
  });

  test("and is upset is asked at once, without a word of the model before", async () => {
    server.answers(gemini.says("Have you tried our FAQ?"));
    await hears("This is useless");
    expect(await said()).toEqual(["This is useless", `I am sorry that this is not going well. ${question}`]);
    expect(server.requests).toEqual([]);
  });

  test("and would rather keep going gets the answer that was held back", async () => {
    server.answers(gemini.says("It arrives on Monday."));
    await hears("This is useless. Where is my order?");
    await keepsGoing();
    expect((await said()).at(-1)).toBe("It arrives on Monday.");
    expect(JSON.stringify(server.requests[0]?.body.contents)).toMatch(
      /Where is my order\?.*Would you like to talk to a person.*Keep going/,
    );
  });

  test("and keeps going after an answer is not answered a second time", async () => {
    server.answers(gemini.says("Which parcel is it?"));
    await hears("Can someone help me with my parcel?");
    await keepsGoing();
    expect(server.requests).toHaveLength(1);
    expect(typesOf(await visitor.events()).at(-1)).toBe("conversation.offerDeclined");
  });

  test("is asked once, whatever they say afterwards, until people have been there", async () => {
    server.answers(gemini.says("Hm."));
    await hears("This is useless");
    await keepsGoing();
    await hears("This is still useless", "support?");
    expect(await offers()).toHaveLength(1);

    await hears("Talk to a human");
    await handBack();
    await hears("This is useless again");
    expect(await offers()).toHaveLength(2);
  });

  test("is asked when they ask practically the same for the third time", async () => {
    server.answers(gemini.says("Soon."));
    await hears("Where is my order?", "where is my order", "Where's my order now??");
    expect((await said()).slice(-2)).toEqual([
      "Soon.",
      `I seem not to answer what you are asking. ${question}`,
    ]);
    expect((await offers())[0]?.offer).toMatchObject({ rule: "repeats-a-question" });
  });

  test("is not asked for what they asked before people handed back", async () => {
    server.answers(gemini.says("Soon."));
    await hears("Where is my order?", "where is my order", "Talk to a human");
    await handBack();
    await hears("Where is my order?");
    expect(await offers()).toEqual([]);
  });

  test("says yes by writing it, and is connected: the handoff says what had led to it", async () => {
    server.answers(gemini.says("Which parcel is it?"));
    await hears("Can someone help me with my parcel?", "Yes please");
    expect(await visitor.conversation()).toMatchObject({
      status: "waiting",
      handoff: {
        by: "rule",
        rule: "accepts-the-offer",
        reason: "Accepted the offer of a person",
        matched: "Yes please",
        afterOffer: { rule: "asks-for-someone" },
      },
    });
    expect(server.requests).toHaveLength(1);
  });

  test("who says yes to something else is not connected", async () => {
    server.answers(gemini.says("Shall I go on?"));
    await hears("This is useless");
    await keepsGoing();
    await hears("yes");
    expect(await visitor.conversation()).toMatchObject({ status: "assistant" });
  });

  test("is connected without being asked when the model says so", async () => {
    server.answers(gemini.saysAndCalls("", { reason: "cannot_answer", summary: "Parcel" }));
    await hears("Can someone help me with my parcel?");
    expect(await visitor.conversation()).toMatchObject({ status: "waiting", handoff: { by: "model" } });
    expect(await offers()).toEqual([]);
  });

  test("is connected by the button, and the model is not asked any more", async () => {
    server.answers(gemini.says("No."));
    await hears("This is useless");
    await visitor.asksForPerson();
    await relay.idle();
    expect(server.requests).toEqual([]);
    expect((await visitor.conversation()).handoff).toMatchObject({
      by: "button",
      afterOffer: { rule: "frustration", matched: expect.stringContaining("useless") },
    });
  });

  test("is not promised anybody while the team is away", async () => {
    await settings.change({ awayUntil: maxAway }, "Ana");
    server.answers(gemini.says("Which parcel is it?"));
    await hears("Can someone help me with my parcel?");
    expect((await said()).at(-1)).toBe(
      "Our team is away at the moment. Would you like to leave this conversation with them? They answer here.",
    );
  });

  test("is offered nobody while live handoff is off", async () => {
    await settings.change({ liveHandoff: false }, "Ana");
    server.answers(gemini.says("Have you tried our FAQ?"));
    await hears("This is useless");
    expect(await said()).toEqual(["This is useless", "Have you tried our FAQ?"]);
  });
});

describe("without a model, an offer", () => {
  beforeEach(() => begin({ withModel: false }));

  test("is not in the way of people, who come anyway", async () => {
    await hears("support?");
    expect(await visitor.conversation()).toMatchObject({ status: "waiting" });
    expect(await offers()).toEqual([]);
  });

  test("takes the place of the words about the button after a hand back, and keeping going brings them", async () => {
    await hears("Where is my order?");
    await handBack();
    await hears("This is useless");
    expect((await said()).at(-1)).toBe(`I am sorry that this is not going well. ${question}`);
    await keepsGoing();
    expect((await said()).at(-1)).toContain("I cannot answer that by myself");
    expect(await visitor.conversation()).toMatchObject({ status: "assistant" });
  });
});
