import { afterEach, beforeEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../support/desk.ts";

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

test("the usual sentence is said when nothing truer is known", async () => {
  const { events } = await asks();
  expect(events).toMatchObject([{ sentence: "Connecting you with a team member — one moment please." }]);
});
