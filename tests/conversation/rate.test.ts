import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { maxReasonLength } from "../../src/conversation/rating.ts";
import { ana, ben, type Desk, openDesk, typesOf } from "../support/desk.ts";

let desk: Desk;
let visitor: ReturnType<Desk["visitor"]>;
beforeEach(async () => {
  desk = await openDesk();
  visitor = desk.visitor();
  await visitor.says("My lamp is broken");
  await visitor.asksForPerson();
});
afterEach(() => desk.close());

const sentence = "How was this chat for you?";
const act = async (agent = ana) => ({
  conversationId: (await visitor.conversation()).id,
  agent,
  source: desk.source("slack"),
});
const replies = async (text = "We send a new one") => desk.conversations.reply({ ...(await act()), text });
const closes = async () => desk.conversations.close(await act());
async function asks(of: "people" | "assistant" = "people", source = desk.source("ratings")) {
  const { id: conversationId, generation } = await visitor.conversation();
  return desk.conversations.askForRating({ conversationId, generation, of, sentence, source });
}
const rates = (isGood: boolean, reason?: string, id = visitor.id) =>
  desk.conversations.rate({
    ...{ siteKey: "default", visitor: { id }, isGood, reason, thanks: "Thank you." },
    source: desk.source("widget"),
  });
const skips = () =>
  desk.conversations.declineRating({
    ...{ siteKey: "default", visitor: { id: visitor.id }, source: desk.source("widget") },
  });
const rating = async () => (await visitor.conversation()).rating;
async function asked() {
  await replies();
  await closes();
  await asks();
}
const refused = (code: string) => expect.objectContaining({ code });

describe("a visitor is asked how it went", () => {
  test("when people who answered have closed, once", async () => {
    await replies();
    await closes();
    const source = desk.source("ratings");
    await Promise.all([asks("people", source), asks("people", source), asks()]);
    expect(
      typesOf(await visitor.events()).filter((type) => type === "conversation.ratingAsked"),
    ).toHaveLength(1);
    expect(await rating()).toEqual({ at: desk.clock.at, of: "people", sentence, isOpen: true });
  });

  test("not when nobody had answered: a note or a claim is no answer", async () => {
    await desk.conversations.claim(await act());
    await desk.conversations.note({ ...(await act()), text: "Spam, I think" });
    await closes();
    expect((await asks()).fresh).toBe(false);
  });

  test("not while the conversation is open, and not a visitor who is blocked", async () => {
    await replies();
    expect((await asks()).fresh).toBe(false);
    await desk.conversations.block(await act());
    expect((await asks()).fresh).toBe(false);
  });

  test("not about a part that somebody has reopened since", async () => {
    await replies();
    await closes();
    const { id: conversationId, generation } = await visitor.conversation();
    await desk.conversations.reopen(await act());
    await closes();
    const source = desk.source("ratings");
    const old = { conversationId, generation, of: "people", sentence, source } as const;
    expect((await desk.conversations.askForRating(old)).fresh).toBe(false);
  });

  test("again only about new answers, once they have told or would rather not", async () => {
    await asked();
    await rates(true);
    await visitor.says("Thanks!");
    await closes();
    expect((await asks()).fresh).toBe(false);
    await visitor.asksForPerson();
    await asked();
    await skips();
    await visitor.says("Bye");
    await closes();
    expect((await asks()).fresh).toBe(false);
  });

  test("again, when it was closed by mistake before they could tell", async () => {
    await asked();
    await desk.conversations.reopen(await act());
    expect(await rating()).toBeUndefined();
    await closes();
    expect((await asks()).fresh).toBe(true);
  });

  test("about the assistant only while it has the conversation, once in each part", async () => {
    expect((await asks("assistant")).fresh).toBe(false);
    await desk.conversations.handBack(await act());
    expect((await asks("assistant")).fresh).toBe(true);
    await skips();
    await visitor.says("And another thing");
    expect((await asks("assistant")).fresh).toBe(false);
  });
});

describe("a rating", () => {
  test("is an event with what the visitor is told, and asks once more: why", async () => {
    await asked();
    const { events } = await rates(false);
    expect(events).toMatchObject([
      { type: "conversation.rated", rating: { isGood: false }, thanks: "Thank you." },
    ]);
    expect(await rating()).toMatchObject({ isOpen: true, given: { isGood: false } });
    await rates(false, "  It took\0 too long.  ");
    expect(await rating()).toMatchObject({
      isOpen: false,
      given: { isGood: false, reason: "It took too long." },
    });
  });

  test("may be given again: the latest counts, the log keeps both", async () => {
    await asked();
    await rates(false, "Slow");
    await rates(true);
    expect((await rating())?.given).toEqual({ isGood: true });
    const given = (await visitor.events()).flatMap((event) =>
      event.type === "conversation.rated" ? [event.rating] : [],
    );
    expect(given).toEqual([{ isGood: false, reason: "Slow" }, { isGood: true }]);
  });

  test("leaves the conversation closed and with whom it is", async () => {
    await asked();
    const { generation } = await visitor.conversation();
    await rates(true);
    expect(await visitor.conversation()).toMatchObject({ status: "closed", generation });
  });

  test("is refused unless the visitor was asked", async () => {
    await replies();
    await expect(rates(true)).rejects.toEqual(refused("not_asked"));
    await closes();
    await expect(rates(true)).rejects.toEqual(refused("not_asked"));
  });

  test("is refused once the conversation goes on", async () => {
    await asked();
    await visitor.says("One more thing");
    expect(await rating()).toBeUndefined();
    await expect(rates(true)).rejects.toEqual(refused("not_asked"));
  });

  test("of somebody else's conversation is refused, and begins none", async () => {
    await asked();
    await expect(rates(true, undefined, "stranger")).rejects.toEqual(refused("not_asked"));
    expect(await desk.storage.store.findByVisitor("default", "stranger")).toBeUndefined();
    expect((await rating())?.given).toBeUndefined();
  });

  test("is refused from whoever was blocked, and when its reason is no sentence any more", async () => {
    await asked();
    await expect(rates(true, "x".repeat(maxReasonLength + 1))).rejects.toEqual(refused("too_long"));
    await desk.conversations.block(await act(ben));
    await expect(rates(true)).rejects.toEqual(refused("blocked"));
  });
});

test("who would rather not tell is not asked any more, neither whether nor why", async () => {
  await asked();
  expect((await skips()).fresh).toBe(true);
  expect((await skips()).fresh).toBe(false);
  expect(await rating()).toMatchObject({ isOpen: false });
  expect((await asks()).fresh).toBe(false);
});
