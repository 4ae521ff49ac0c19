import { afterEach, beforeEach, expect, test } from "vitest";
import { assignedInWords } from "../../src/conversation/assigned-in-words.ts";
import { ana, ben, type Desk, openDesk, typesOf } from "../support/desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

async function waiting() {
  const visitor = desk.visitor();
  await visitor.says("Hello?");
  await visitor.asksForPerson();
  const { id: conversationId } = await visitor.conversation();
  const assign = (by = ana, to = ben) =>
    desk.conversations.assign({ conversationId, agent: by, to, source: desk.source("inbox") });
  return { visitor, conversationId, assign };
}

test("a colleague has the conversation from then on, and everybody can tell who said so", async () => {
  const { visitor, assign } = await waiting();
  const before = (await visitor.conversation()).generation;
  await assign();
  expect(await visitor.conversation()).toMatchObject({
    status: "agent",
    agent: ben,
    generation: before + 1,
  });
  const last = (await visitor.events()).at(-1);
  expect(last).toMatchObject({ type: "conversation.assigned", agent: ben, by: ana });
});

test("who has it already is not given it again", async () => {
  const { visitor, assign } = await waiting();
  await assign();
  expect((await assign()).fresh).toBe(false);
  expect(typesOf(await visitor.events()).filter((type) => type === "conversation.assigned")).toHaveLength(1);
});

test("it can be taken over from whoever has it", async () => {
  const { visitor, assign } = await waiting();
  await assign(ana, ben);
  await assign(ana, ana);
  expect((await visitor.conversation()).agent).toEqual(ana);
});

test("a closed conversation is reopened first", async () => {
  const { conversationId, assign } = await waiting();
  await desk.conversations.close({ conversationId, agent: ana, source: desk.source("inbox") });
  await expect(assign()).rejects.toThrow("Reopen it to assign it.");
});

test("it is said in one sentence", () => {
  const assigned = { type: "conversation.assigned", agent: ben, by: ana } as const;
  expect(assignedInWords(assigned)).toBe("Ana assigned it to Ben.");
  expect(assignedInWords({ ...assigned, by: ben })).toBe("Ben took over.");
});
