import { afterEach, beforeEach, expect, test } from "vitest";
import { ana, type Desk, openDesk } from "../support/desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const asks = (sentence?: string | undefined) =>
  desk.conversations.handOff({
    ...{ siteKey: "default", visitor: { id: "maria" }, sentence },
    decision: { by: "button", reason: "Asked for a person" },
    source: desk.source("widget"),
  });

test("whoever asks for people may say something truer than the usual sentence", async () => {
  const { events } = await asks("Our team is away.");
  expect(events).toMatchObject([{ type: "conversation.handedOff", sentence: "Our team is away." }]);
});

test("where nobody is there to answer, the visitor is asked where to answer them", async () => {
  const there = await asks("One moment, please.");
  expect(there.conversation?.asksContact).toBe(false);
  const away = await desk.conversations.handOff({
    ...{ siteKey: "default", visitor: { id: "jo" }, sentence: "Our team is away.", nobodyIsThere: true },
    ...{ decision: { by: "button", reason: "Asked for a person" }, source: desk.source("widget") },
  });
  expect(away.conversation?.asksContact).toBe(true);
});

test("the usual sentence is said when nothing truer is known", async () => {
  const { events } = await asks();
  expect(events).toMatchObject([{ sentence: "Connecting you with a team member — one moment please." }]);
});

test("a visitor who asks for people when all was over reopens the conversation, and everybody learns that they did", async () => {
  const { conversationId } = await asks();
  await desk.conversations.close({ conversationId, agent: ana, source: desk.source("slack") });
  const { events, conversation } = await asks();
  expect(events).toMatchObject([
    { type: "conversation.reopened", by: { kind: "visitor" } },
    { type: "conversation.handedOff" },
  ]);
  expect(conversation).toMatchObject({ status: "waiting", seq: 4 });
});

test("a decision about a part that is over is dropped, even where the visitor may not write any more", async () => {
  const { conversationId } = await asks();
  const act = () => ({ conversationId, agent: ana, source: desk.source("slack") });
  await desk.conversations.block(act());
  const late = await desk.conversations.handOff({
    ...{ conversationId, generation: 0, source: desk.source("assistant") },
    decision: { by: "model", reason: "Asked for a person" },
  });
  expect(late.fresh).toBe(false);
});
