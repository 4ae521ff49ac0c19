import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Decision } from "../../src/conversation/decision.ts";
import { isForTeam } from "../../src/conversation/events.ts";
import { lastSaid } from "../../src/conversation/last-said.ts";
import {
  conversationWithoutSecrets,
  eventWithoutSecrets,
} from "../../src/privacy/masking/without-secrets.ts";
import { ana, type Desk, openDesk, textsOf, typesOf } from "../support/desk.ts";

let desk: Desk;
let visitor: ReturnType<Desk["visitor"]>;
beforeEach(async () => {
  desk = await openDesk();
  visitor = desk.visitor();
  await visitor.says("Talk to a human");
});
afterEach(() => desk.close());

const decision: Decision = { by: "rule", reason: "Asked for a person", rule: "asks-for-a-person" };
const text = "Nobody from the team is taking chats at the moment.";
const whose = async () => ({ conversationId: (await visitor.conversation()).id });

const misses = async (more: { decision?: Decision; text?: string; generation?: number } = {}) =>
  desk.conversations.missHandoff({
    ...{ decision, text, ...(await whose()), ...more },
    source: desk.source("assistant"),
  });
const handsOffLate = async (source = desk.source("late-handoffs")) =>
  desk.conversations.handOffLate({ ...(await whose()), sentence: "One moment.", source });
const answers = async () =>
  desk.conversations.answer({
    ...{ ...(await whose()), generation: 0, text: "We open at nine." },
    source: desk.source("assistant"),
  });
const act = async () => ({ ...(await whose()), agent: ana, source: desk.source("inbox") });

describe("people who are asked for while live handoff is off", () => {
  test("are not called: the visitor is told so, and the team finds that they were asked for", async () => {
    desk.clock.at += 1_000;
    const { events } = await misses();
    expect(typesOf(events)).toEqual(["message.posted", "conversation.handoffMissed"]);
    expect(textsOf(events)).toEqual([text]);
    expect(events.map(isForTeam)).toEqual([false, true]);
    expect(await visitor.conversation()).toMatchObject({
      ...{ status: "assistant", generation: 0, handoff: undefined },
      missed: { ...decision, at: desk.clock.at, isOpen: true },
    });
  });

  test("stand in lists with the visitor's words, however often the visitor is told that nobody comes", async () => {
    await misses();
    await visitor.says("Hello?");
    await misses();
    expect(lastSaid(await visitor.events())?.text).toBe("Hello?");
    const { summaries } = await desk.storage.directory.list({});
    expect(summaries.map(({ lastText }) => lastText)).toEqual(["Hello?"]);
  });

  test("are asked for first with what counts, and last when it counts", async () => {
    await misses();
    desk.clock.at += 60_000;
    await misses({ decision: { by: "failure", reason: "No assistant model is connected" } });
    expect((await visitor.conversation()).missed).toMatchObject({ ...decision, at: desk.clock.at });
  });

  test("are asked for with the button, too, in a conversation that was over", async () => {
    await desk.conversations.close(await act());
    const { events } = await desk.conversations.missHandoff({
      ...{ siteKey: "default", visitor: { id: visitor.id }, page: { url: "https://shop.example" } },
      ...{ decision: { by: "button", reason: "Asked for a person" }, source: desk.source("widget") },
    });
    expect(typesOf(events)).toEqual(["conversation.reopened", "conversation.handoffMissed"]);
    expect(await visitor.conversation()).toMatchObject({
      ...{ status: "assistant", missed: { by: "button" }, page: { url: "https://shop.example" } },
    });
  });

  test("are not asked for by what was decided on an older part, nor while people are there", async () => {
    expect((await misses({ generation: 7 })).fresh).toBe(false);
    await desk.conversations.claim(await act());
    expect((await misses()).fresh).toBe(false);
  });

  test.each([
    "claim",
    "reply",
    "close",
    "assign",
  ] as const)("have come when one of them acts: %s", async (verb) => {
    await misses();
    const by = await act();
    await (verb === "assign"
      ? desk.conversations.assign({ ...by, to: ana })
      : desk.conversations[verb]({ ...by, text: "I am here." }));
    expect((await visitor.conversation()).missed).toBeUndefined();
    expect((await handsOffLate()).fresh).toBe(false);
  });

  test("are shown without the secrets a visitor wrote", async () => {
    const card = "4111 1111 1111 1111";
    const { events } = await misses({ decision: { ...decision, matched: `a person about ${card}` } });
    const shown = [
      conversationWithoutSecrets(await visitor.conversation()),
      ...events.map(eventWithoutSecrets),
    ];
    expect(JSON.stringify(shown)).not.toContain("4111");
  });
});

describe("a late handoff", () => {
  test("calls people for whoever still waits, and says why and since what", async () => {
    await misses();
    await handsOffLate();
    expect(await visitor.conversation()).toMatchObject({
      ...{ status: "waiting", missed: undefined },
      handoff: { ...decision, reason: "Asked for a person, while live handoff was off" },
    });
    expect((await visitor.events()).at(-1)).toMatchObject({ sentence: "One moment." });
  });

  test("happens once, whoever else tries, and not again when people have handed back", async () => {
    await misses();
    const source = desk.source("late-handoffs");
    await Promise.all([handsOffLate(source), handsOffLate(source), handsOffLate()]);
    await desk.conversations.handBack(await act());
    for (const again of [source, desk.source("late-handoffs")]) await handsOffLate(again);
    const handoffs = (await visitor.events()).filter(({ type }) => type === "conversation.handedOff");
    expect(handoffs).toHaveLength(1);
  });

  test("does not come to whoever the assistant has answered since, until they ask again", async () => {
    await misses();
    await answers();
    expect((await visitor.conversation()).missed).toMatchObject({ ...decision, isOpen: false });
    expect((await handsOffLate()).fresh).toBe(false);
    await misses({ decision: { by: "model", reason: "Asked for a refund" } });
    await handsOffLate();
    expect((await visitor.conversation()).handoff).toMatchObject({ by: "model" });
  });
});
