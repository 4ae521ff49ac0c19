import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ana, ben, type Desk, openDesk, typesOf } from "../support/desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const made = {
  problem: "A parcel is late.",
  tried: ["Looked up the order"],
  language: "German",
  mood: "upset",
  questions: ["Which order?"],
  replies: ["I am looking for it.", "Where should it go?"],
};

async function handedOff() {
  const visitor = desk.visitor();
  await visitor.says("Where is my parcel?");
  await visitor.asksForPerson();
  const { id: conversationId, handoff } = await visitor.conversation();
  const act = (agent = ana) => ({ conversationId, agent, source: desk.source("slack") });
  const handoffAt = handoff?.at ?? 0;
  const brief = (at = handoffAt) =>
    desk.conversations.brief({ conversationId, handoffAt: at, brief: made, source: desk.source("brief") });
  const firstReply = async () => {
    const [reply] = (await visitor.conversation()).brief?.replies ?? [];
    if (!reply) throw new Error("There is no brief.");
    return reply;
  };
  return { visitor, conversationId, act, brief, handoffAt, firstReply };
}

describe("a brief", () => {
  test("is kept with the conversation, each suggested reply under an id of its own", async () => {
    const { visitor, brief } = await handedOff();
    await brief();
    const { brief: kept } = await visitor.conversation();
    expect(kept).toMatchObject({ ...made, replies: made.replies.map((text) => ({ text })) });
    expect(new Set(kept?.replies.map(({ id }) => id)).size).toBe(2);
  });

  test("still counts for the agent who was quicker, and changes nobody's turn", async () => {
    const { visitor, brief, act } = await handedOff();
    await desk.conversations.claim(act());
    const before = await visitor.conversation();
    await brief();
    expect(await visitor.conversation()).toMatchObject({
      ...{ status: "agent", agent: ana, generation: before.generation, brief: { problem: made.problem } },
    });
  });

  test("is dropped when the handoff it was made for is over, or there is one already", async () => {
    const { visitor, brief, act, handoffAt } = await handedOff();
    expect((await brief(handoffAt - 1)).fresh).toBe(false);
    await desk.conversations.handBack(act());
    expect((await brief()).fresh).toBe(false);
    expect((await visitor.conversation()).brief).toBeUndefined();

    desk.clock.at += 1_000;
    await visitor.asksForPerson();
    expect((await brief()).fresh).toBe(false);
    expect((await brief(desk.clock.at)).fresh).toBe(true);
    expect((await brief(desk.clock.at)).fresh).toBe(false);
  });

  test("is gone when the assistant has the conversation again, and there when closing was a mistake", async () => {
    const { visitor, brief, act } = await handedOff();
    await brief();
    await desk.conversations.close(act());
    await desk.conversations.reopen(act());
    expect(await visitor.conversation()).toMatchObject({ brief: { problem: made.problem } });
    await desk.conversations.close(act());
    await visitor.says("Something else");
    expect((await visitor.conversation()).brief).toBeUndefined();
  });
});

describe("a suggestion", () => {
  test("is sent as the agent's own reply, and known by where it came from", async () => {
    const { visitor, brief, conversationId, firstReply } = await handedOff();
    await brief();
    const { id: suggestionId, text } = await firstReply();
    await desk.conversations.sendSuggestion({ conversationId, suggestionId, agent: ben, text });
    const last = (await visitor.events()).at(-1);
    expect(last).toMatchObject({
      ...{ type: "message.posted", message: { author: { kind: "agent", ...ben }, text, suggestionId } },
    });
    expect(await visitor.conversation()).toMatchObject({ status: "agent", agent: ben });
  });

  test("reaches the visitor once, whoever sends it a second time and in whatever words", async () => {
    const { visitor, brief, conversationId, firstReply } = await handedOff();
    await brief();
    const { id: suggestionId, text } = await firstReply();
    const send = (agent = ana, words = text) =>
      desk.conversations.sendSuggestion({ conversationId, suggestionId, agent, text: words });
    const outcomes = await Promise.allSettled([send(), send(ben, "Changed")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    await expect(send(ben)).rejects.toThrow("Ana has sent this suggestion already.");
    await expect(send(ana, "In other words")).rejects.toThrow("You have sent this suggestion already.");
    expect((await send()).fresh).toBe(false);
    expect(typesOf(await visitor.events()).filter((type) => type === "message.posted")).toHaveLength(2);
  });
});

test("a draft is a note of the assistant's, for whoever asked", async () => {
  const { visitor, conversationId } = await handedOff();
  const source = desk.source("drafts");
  await desk.conversations.tellTeam({ conversationId, text: "Dear Ada", draftFor: ana, source });
  expect((await visitor.events()).at(-1)).toMatchObject({
    message: { author: { kind: "assistant" }, note: true, text: "Dear Ada", draftFor: ana },
  });
  expect(await visitor.conversation()).toMatchObject({ status: "waiting", brief: undefined });
});

test("a receipt for what the assistant wrote beside the conversation is not kept", async () => {
  const { visitor, conversationId, act, brief } = await handedOff();
  await desk.conversations.claim(act());
  const { seq } = await visitor.conversation();
  const reach = (upTo: number) =>
    desk.conversations.reach({ conversationId, upTo, isSeen: true, source: desk.source("widget") });
  await reach(seq);
  await brief();
  expect((await reach((await visitor.conversation()).seq)).fresh).toBe(false);
});
