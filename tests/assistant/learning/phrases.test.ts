import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { handMadeIn } from "../../../src/assistant/learning/hand-made.ts";
import { hasPersonalData, masked } from "../../../src/assistant/learning/personal.ts";
import { phraseOf } from "../../../src/assistant/learning/phrase.ts";
import { ana, type Desk, openDesk } from "../../support/desk.ts";

describe("a handoff made by hand", () => {
  let desk: Desk;
  let visitor: ReturnType<Desk["visitor"]>;
  beforeEach(async () => {
    desk = await openDesk();
    visitor = desk.visitor();
  });
  afterEach(() => desk.close());

  const found = async () => handMadeIn(await visitor.events()).map(({ said }) => said);
  const act = async () => ({
    conversationId: (await visitor.conversation()).id,
    agent: ana,
    source: desk.source("inbox"),
  });

  test("is the visitor's button, with what they wrote right before", async () => {
    await visitor.says("Hello");
    await visitor.says("My zipper broke");
    await visitor.asksForPerson();
    expect(await found()).toEqual(["My zipper broke"]);
  });

  test("is an agent who claims, or answers, before anybody was asked for", async () => {
    await visitor.says("My zipper broke");
    await desk.conversations.claim(await act());
    await desk.conversations.handBack(await act());
    await visitor.says("It broke again");
    await desk.conversations.reply({ ...(await act()), text: "I am here" });
    expect(await found()).toEqual(["My zipper broke", "It broke again"]);
  });

  test("is no handoff by a rule, and no claim of who waits already", async () => {
    await visitor.says("Talk to a human");
    await desk.conversations.handOff({
      ...{ conversationId: (await visitor.conversation()).id, source: desk.source("assistant") },
      decision: { by: "rule", reason: "Asked for a person" },
    });
    await visitor.says("Still there?");
    await desk.conversations.claim(await act());
    expect(await found()).toEqual([]);
  });

  test("is not counted where the visitor had said nothing", async () => {
    await visitor.asksForPerson();
    expect(await found()).toEqual([]);
  });
});

describe("the phrase of a message", () => {
  const phrase = (message: string, more: { names?: string[]; phrases?: string[] } = {}) =>
    phraseOf(message, { names: [], phrases: [], ...more });

  test("is its last sentence, the same however it was typed", () => {
    expect(phrase("Hello. My zipper  broke again!")).toEqual({
      key: "my zipper broke again",
      words: "my zipper broke again",
    });
    expect(phrase("MY ZIPPER BROKE AGAIN")?.key).toBe("my zipper broke again");
    expect(phrase("Où est mon colis")?.key).toBe("ou est mon colis");
  });

  test.each([
    ["one word", "zipper"],
    ["too many words", "my zipper broke again and I do not know what else to do"],
    ["nothing of content", "and what about you"],
    ["a greeting", "Hi there"],
    ["a number of an order", "where is 10293847"],
    ["an email address", "write to a@b.example please"],
    ["what is recognised anyway", "I want to talk to a human"],
    ["nothing at all", " … "],
  ])("is not taken from %s", (_, message) => expect(phrase(message)).toBeUndefined());

  test("is not taken where it names somebody, or is among the trigger phrases already", () => {
    expect(phrase("this is Maria again", { names: ["Maria Lopez"] })).toBeUndefined();
    expect(phrase("my zipper broke again", { phrases: ["zipper broke"] })).toBeUndefined();
  });
});

describe("what is personal", () => {
  test.each([
    ["Write to hans@shop.example.", "Write to [email]."],
    ["Call +49 (30) 123-4567 now", "Call [number] now"],
    ["Order #4711 is here", "Order [number] is here"],
    ["Parcel AB-10293 left", "Parcel [number] left"],
    ["Customer 10293847", "Customer [number]"],
    ["Maria asked, lopez paid", "[name] asked, [name] paid"],
  ])("is taken out of “%s”", (text, expected) => {
    expect(masked(text, ["maria lopez"])).toBe(expected);
    expect(hasPersonalData(text, ["maria lopez"])).toBe(true);
    expect(hasPersonalData(expected, [])).toBe(true);
  });

  test.each([
    ["It costs €12.90 and takes 14 days."],
    ["From 9 to 17, since 2019."],
    ["Marianne is a size."],
  ])("is not found in “%s”", (text) => expect(hasPersonalData(text, ["Maria"])).toBe(false));
});
