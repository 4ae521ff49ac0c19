import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isOffered } from "../../src/conversation/conversation.ts";
import type { Decision } from "../../src/conversation/decision.ts";
import { ana, type Desk, openDesk, typesOf } from "../support/desk.ts";

let desk: Desk;
let visitor: ReturnType<Desk["visitor"]>;
beforeEach(async () => {
  desk = await openDesk();
  visitor = desk.visitor();
  await visitor.says("This is useless");
});
afterEach(() => desk.close());

const upset: Decision = {
  by: "rule",
  reason: "The visitor is upset",
  rule: "frustration",
  matched: "useless",
  confidence: 0.5,
};
const sentence = "Would you like to talk to a person from the team?";

async function offers(source = desk.source("assistant")) {
  const { id: conversationId, generation } = await visitor.conversation();
  return desk.conversations.offer({ conversationId, generation, decision: upset, sentence, source });
}
const declines = (source = desk.source("widget")) =>
  desk.conversations.decline({ siteKey: "default", visitor: { id: visitor.id }, source });
const act = async () => ({
  conversationId: (await visitor.conversation()).id,
  agent: ana,
  source: desk.source("slack"),
});
const isOpen = async () => isOffered(await visitor.conversation());

describe("an offer of a person", () => {
  test("is said in its words, with why it was made, and stands open", async () => {
    desk.clock.at += 1_000;
    const { events } = await offers();
    expect(events).toMatchObject([
      { type: "conversation.offered", sentence, offer: { ...upset, at: desk.clock.at } },
    ]);
    expect(await visitor.conversation()).toMatchObject({
      status: "assistant",
      offer: { ...upset, isOpen: true },
    });
  });

  test("that is repeated, or made a second time, is said once", async () => {
    const source = desk.source("assistant");
    await Promise.all([offers(source), offers(source), offers()]);
    expect(typesOf(await visitor.events())).toEqual(["message.posted", "conversation.offered"]);
  });

  test("is taken up with the button: the handoff says so, and what had led to it", async () => {
    await offers();
    await visitor.asksForPerson();
    expect(await visitor.conversation()).toMatchObject({
      status: "waiting",
      offer: undefined,
      handoff: { by: "button", reason: "Accepted the offer of a person", afterOffer: upset },
    });
  });

  test("is no reason for a handoff that comes otherwise", async () => {
    await offers();
    const { id: conversationId } = await visitor.conversation();
    await desk.conversations.handOff({
      ...{ conversationId, source: desk.source("assistant") },
      decision: { by: "failure", reason: "The assistant could not answer" },
    });
    const { handoff } = await visitor.conversation();
    expect(handoff).toMatchObject({ reason: "The assistant could not answer" });
    expect(handoff?.afterOffer).toBeUndefined();
  });

  test("is declined once, and not made again while the assistant goes on", async () => {
    await offers();
    const source = desk.source("widget");
    await Promise.all([declines(source), declines(source), declines()]);
    expect(await isOpen()).toBe(false);
    await offers();
    expect(typesOf(await visitor.events()).slice(1)).toEqual([
      "conversation.offered",
      "conversation.offerDeclined",
    ]);
    expect(await isOpen()).toBe(false);
  });

  test("that was never made cannot be declined", async () => {
    expect((await declines()).fresh).toBe(false);
    await desk.conversations.decline({
      ...{ siteKey: "default", visitor: { id: "stranger" } },
      source: desk.source("widget"),
    });
    expect(await desk.storage.store.findByVisitor("default", "stranger")).toBeUndefined();
  });

  test("ends when the visitor writes on, and the button is then the usual one", async () => {
    await offers();
    await visitor.says("Where is my order?");
    expect(await isOpen()).toBe(false);
    expect((await declines()).fresh).toBe(false);
    await visitor.asksForPerson();
    expect((await visitor.conversation()).handoff).toMatchObject({ reason: "Asked for a person" });
  });

  test.each(["claim", "close", "block"] as const)("ends when somebody of the team acts: %s", async (verb) => {
    await offers();
    await desk.conversations[verb](await act());
    expect((await visitor.conversation()).offer).toBeUndefined();
  });

  test("may be made again in a new part, after people have been there", async () => {
    await offers();
    await declines();
    await visitor.asksForPerson();
    await desk.conversations.handBack(await act());
    expect((await offers()).fresh).toBe(true);
    expect(await isOpen()).toBe(true);
  });

  test("decided on an older part of the conversation is dropped", async () => {
    const { id: conversationId, generation } = await visitor.conversation();
    await visitor.asksForPerson();
    await desk.conversations.handBack(await act());
    const source = desk.source("assistant");
    await desk.conversations.offer({ conversationId, generation, decision: upset, sentence, source });
    expect((await visitor.conversation()).offer).toBeUndefined();
  });

  test("is not made while people are awaited", async () => {
    await visitor.asksForPerson();
    expect((await offers()).fresh).toBe(false);
  });
});
