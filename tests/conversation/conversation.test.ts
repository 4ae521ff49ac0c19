import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  awaitsAssistant,
  awaitsPeople,
  concernsPeople,
  isOpen,
} from "../../src/conversation/conversation.ts";
import { Conflict } from "../../src/conversation/errors.ts";
import { handoffSentence } from "../../src/conversation/hand-off.ts";
import { createConversations } from "../../src/conversation/index.ts";
import { maxTextLength } from "../../src/conversation/message.ts";
import { ana, ben, type Desk, openDesk, textsOf, typesOf } from "../support/desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const act = (conversationId: string, agent = ana) => ({
  conversationId,
  agent,
  source: desk.source("slack"),
});
const said = (conversationId: string, text: string, agent = ana) => ({ ...act(conversationId, agent), text });

describe("a visitor", () => {
  test("starts a conversation with the assistant by saying something", async () => {
    const visitor = desk.visitor();
    await visitor.says("  Hello?  ");
    expect(await visitor.conversation()).toMatchObject({ status: "assistant", seq: 1 });
    expect(textsOf(await visitor.events())).toEqual(["Hello?"]);
  });

  test("has one conversation however many first messages arrive at once", async () => {
    const visitor = desk.visitor();
    await Promise.all(["a", "b", "c", "d"].map((text) => visitor.says(text)));
    expect(textsOf(await visitor.events())).toEqual(["a", "b", "c", "d"]);
  });

  test("is heard once when the widget sends the same message again", async () => {
    const visitor = desk.visitor();
    const id = crypto.randomUUID();
    const first = await visitor.says("Hello?", id);
    const again = await visitor.says("Hello?", id);
    expect(again).toMatchObject({ fresh: false, seq: first.seq });
    expect(await visitor.events()).toHaveLength(1);
    expect(desk.announced).toHaveLength(1);
  });

  test("is told when there is nothing to send, or too much", async () => {
    const visitor = desk.visitor();
    await expect(visitor.says("   ")).rejects.toThrow("empty");
    await expect(visitor.says("x".repeat(maxTextLength + 1))).rejects.toThrow(String(maxTextLength));
    await visitor.says("x".repeat(maxTextLength));
  });

  test("who writes in a closed conversation opens it again, to the assistant", async () => {
    const visitor = desk.visitor();
    await visitor.says("Hello?");
    const { id } = await visitor.conversation();
    await desk.conversations.reply(said(id, "Hi!"));
    await desk.conversations.close(act(id));
    expect(await visitor.conversation()).toMatchObject({ status: "closed", agent: undefined });

    const { seq } = await visitor.conversation();
    await visitor.says("One more thing");
    expect(await visitor.conversation()).toMatchObject({
      status: "assistant",
      agent: undefined,
      boundarySeq: seq,
    });
    expect(typesOf(await visitor.events()).slice(-2)).toEqual(["conversation.reopened", "message.posted"]);
  });
});

describe("a handoff", () => {
  test("flags the conversation and says its sentence, in one step", async () => {
    const visitor = desk.visitor();
    await visitor.says("I want a person");
    desk.clock.at += 5_000;
    await visitor.asksForPerson();
    expect(await visitor.conversation()).toMatchObject({
      status: "waiting",
      handoff: { reason: "Asked for a person", by: "button", at: desk.clock.at },
    });
    expect((await visitor.events()).at(-1)).toMatchObject({
      type: "conversation.handedOff",
      sentence: handoffSentence,
    });
    expect(handoffSentence).toBe("Connecting you with a team member — one moment please.");
  });

  test("can be asked for before anything was said", async () => {
    const visitor = desk.visitor();
    await visitor.asksForPerson();
    expect(await visitor.conversation()).toMatchObject({ status: "waiting", seq: 1 });
  });

  test("is said once however often it is asked for, at once or one after the other", async () => {
    const visitor = desk.visitor();
    await Promise.all([visitor.asksForPerson(), visitor.asksForPerson(), visitor.asksForPerson()]);
    await visitor.asksForPerson();
    expect(await visitor.events()).toHaveLength(1);
  });

  test("changes nothing while a person answers", async () => {
    const visitor = desk.visitor();
    await visitor.says("Hello?");
    const { id } = await visitor.conversation();
    await desk.conversations.reply(said(id, "Hi!"));
    await visitor.asksForPerson();
    expect(await visitor.conversation()).toMatchObject({ status: "agent", agent: ana });
  });

  test("opens a closed conversation again", async () => {
    const visitor = desk.visitor();
    await visitor.says("Hello?");
    await desk.conversations.close(act((await visitor.conversation()).id));
    await visitor.asksForPerson();
    expect(await visitor.conversation()).toMatchObject({ status: "waiting" });
  });

  test("decided on an older part of the conversation is dropped", async () => {
    const visitor = desk.visitor();
    await visitor.says("Hello?");
    const { id, generation } = await visitor.conversation();
    await desk.conversations.reply(said(id, "Hi!"));
    await desk.conversations.handBack(act(id));
    await desk.conversations.handOff({
      conversationId: id,
      generation,
      decision: { by: "model", reason: "The assistant could not answer" },
      source: desk.source("assistant"),
    });
    expect(await visitor.conversation()).toMatchObject({ status: "assistant" });
  });
});

describe("the assistant", () => {
  const answers = (conversationId: string, generation: number, text: string) =>
    desk.conversations.answer({ conversationId, generation, text, source: desk.source("assistant") });

  test("answers while the conversation is its own", async () => {
    const visitor = desk.visitor();
    await visitor.says("What does it cost?");
    const { id, generation } = await visitor.conversation();
    expect(await answers(id, generation, "Ten euros.")).toMatchObject({ fresh: true });
  });

  test("is not heard when a person joined while it was thinking", async () => {
    const visitor = desk.visitor();
    await visitor.says("What does it cost?");
    const { id, generation } = await visitor.conversation();
    await desk.conversations.reply(said(id, "I take this one."));
    expect(await answers(id, generation, "Ten euros.")).toMatchObject({ fresh: false });
    expect(textsOf(await visitor.events())).not.toContain("Ten euros.");
  });

  test("is not heard when the conversation was handed off and back while it was thinking", async () => {
    const visitor = desk.visitor();
    await visitor.says("What does it cost?");
    const { id, generation } = await visitor.conversation();
    await visitor.asksForPerson();
    await desk.conversations.handBack(act(id));
    expect(await visitor.conversation()).toMatchObject({ status: "assistant" });
    expect(await answers(id, generation, "Ten euros.")).toMatchObject({ fresh: false });
  });
});

describe("an agent", () => {
  test("takes the conversation over with the first reply, and others join without taking it", async () => {
    const visitor = desk.visitor();
    await visitor.asksForPerson();
    const { id } = await visitor.conversation();
    await desk.conversations.reply(said(id, "Hi, Ana here."));
    await desk.conversations.reply(said(id, "And Ben.", ben));
    expect(await visitor.conversation()).toMatchObject({ status: "agent", agent: ana });
  });

  test("writes a note without taking over, even in a closed conversation", async () => {
    const visitor = desk.visitor();
    await visitor.asksForPerson();
    const { id } = await visitor.conversation();
    await desk.conversations.note(said(id, "Knows the boss"));
    expect(await visitor.conversation()).toMatchObject({ status: "waiting", agent: undefined });

    await desk.conversations.close(act(id));
    await desk.conversations.note(said(id, "Called back later"));
    const notes = (await visitor.events()).filter((e) => e.type === "message.posted" && e.message.note);
    expect(notes).toHaveLength(2);
  });

  test("cannot reply to a closed conversation, and learns what to do", async () => {
    const visitor = desk.visitor();
    await visitor.says("Hello?");
    const { id } = await visitor.conversation();
    await desk.conversations.close(act(id));
    await expect(desk.conversations.reply(said(id, "Hi!"))).rejects.toThrow("Reopen it");
    await expect(desk.conversations.claim(act(id))).rejects.toThrow("Reopen it");
    await expect(desk.conversations.handBack(act(id))).rejects.toThrow("Reopen it");
  });

  test("whose reply arrives again after the conversation was closed is not told off: it was taken the first time", async () => {
    const visitor = desk.visitor();
    await visitor.says("Hello?");
    const { id } = await visitor.conversation();
    const once = said(id, "Hi!");
    const first = await desk.conversations.reply(once);
    await desk.conversations.close(act(id));
    expect(await desk.conversations.reply(once)).toMatchObject({ fresh: false, seq: first.seq });
  });

  test("who claims second learns who has it", async () => {
    const visitor = desk.visitor();
    await visitor.asksForPerson();
    const { id } = await visitor.conversation();
    const both = await Promise.allSettled([
      desk.conversations.claim(act(id, ana)),
      desk.conversations.claim(act(id, ben)),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(both[1]).toMatchObject({
      reason: { code: "already_claimed", message: expect.stringContaining("Ana") },
    });
    expect(await visitor.conversation()).toMatchObject({ status: "agent", agent: ana });
  });

  test("who claims twice changes nothing", async () => {
    const visitor = desk.visitor();
    await visitor.asksForPerson();
    const { id } = await visitor.conversation();
    await desk.conversations.claim(act(id));
    const { seq } = await visitor.conversation();
    expect(await desk.conversations.claim(act(id))).toMatchObject({
      fresh: false,
      conversationId: id,
      seq,
      events: [],
    });
  });

  test("hands back to the assistant, and what was said before is behind the boundary", async () => {
    const visitor = desk.visitor();
    await visitor.says("I want a person");
    await visitor.asksForPerson();
    const before = await visitor.conversation();
    await desk.conversations.handBack(act(before.id));
    expect(await visitor.conversation()).toMatchObject({
      status: "assistant",
      agent: undefined,
      boundarySeq: before.seq,
      generation: before.generation + 1,
    });
    expect(await desk.conversations.handBack(act(before.id))).toMatchObject({ fresh: false });
  });

  test("closes once, and takes what is reopened", async () => {
    const visitor = desk.visitor();
    await visitor.asksForPerson();
    const { id } = await visitor.conversation();
    await desk.conversations.close(act(id));
    expect(await desk.conversations.close(act(id))).toMatchObject({ fresh: false });

    await desk.conversations.reopen(act(id, ben));
    expect(await visitor.conversation()).toMatchObject({ status: "agent", agent: ben });
    expect(await desk.conversations.reopen(act(id))).toMatchObject({ fresh: false });
  });

  test("is told when there is no such conversation", async () => {
    await expect(desk.conversations.claim(act("nowhere"))).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a new conversation belongs to the assistant, and concerns people only once they were asked for", async () => {
  const visitor = desk.visitor();
  await visitor.says("Hello?");
  const fresh = await visitor.conversation();
  expect(fresh).toMatchObject({ page: undefined, agent: undefined, handoff: undefined });
  expect([isOpen(fresh), awaitsAssistant(fresh), awaitsPeople(fresh), concernsPeople(fresh)]).toEqual([
    true,
    true,
    false,
    false,
  ]);

  await visitor.asksForPerson();
  const waiting = await visitor.conversation();
  expect([awaitsAssistant(waiting), awaitsPeople(waiting), concernsPeople(waiting)]).toEqual([
    false,
    true,
    true,
  ]);

  await desk.conversations.handBack(act(waiting.id));
  expect(concernsPeople(await visitor.conversation())).toBe(true);
});

test("every change of owner moves the generation on, and nothing else does", async () => {
  const visitor = desk.visitor();
  const generation = async () => (await visitor.conversation()).generation;
  await visitor.says("Hello?");
  expect(await generation()).toBe(0);
  await visitor.asksForPerson();
  expect(await generation()).toBe(1);
  await visitor.says("Anybody?");
  expect(await generation()).toBe(1);
  const { id } = await visitor.conversation();
  await desk.conversations.reply(said(id, "Hi"));
  expect(await generation()).toBe(2);
  await desk.conversations.reply(said(id, "How are you?"));
  expect(await generation()).toBe(2);
  await desk.conversations.close(act(id));
  expect(await generation()).toBe(3);
});

test("what is known of a visitor and their page is brought up to date, never forgotten", async () => {
  const id = crypto.randomUUID();
  const whose = {
    siteKey: "default",
    visitor: { id, name: "Vera" },
    page: { url: "https://shop.example/a" },
  };
  const receive = (request: object) =>
    desk.conversations.receive({
      ...whose,
      id: crypto.randomUUID(),
      text: "x",
      source: desk.source("widget"),
      ...request,
    });
  await receive({});
  await receive({ visitor: { id, email: "v@example.com" }, page: undefined });
  expect(await desk.visitor({ id }).conversation()).toMatchObject({
    visitor: { id, name: "Vera", email: "v@example.com" },
    page: { url: "https://shop.example/a" },
  });
});

describe("when several people act at the same moment", () => {
  test("everything is kept, whoever was first", async () => {
    const visitor = desk.visitor();
    await visitor.asksForPerson();
    const { id } = await visitor.conversation();
    await Promise.all([
      visitor.says("one"),
      desk.conversations.reply(said(id, "two")),
      visitor.says("three"),
      desk.conversations.note(said(id, "four", ben)),
    ]);
    const events = await visitor.events();
    expect(textsOf(events).sort()).toEqual(["four", "one", "three", "two"]);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  test("a verb that never finds its turn fails in the end rather than trying for ever", async () => {
    let tries = 0;
    const conversations = createConversations({
      store: {
        ...desk.storage.store,
        record: async () => {
          tries += 1;
          throw new Conflict();
        },
      },
      newId: () => crypto.randomUUID(),
      now: desk.now,
      owed: () => [],
      announce: () => {
        throw new Error("Nothing was stored, so there is nothing to announce.");
      },
    });
    const message = {
      siteKey: "default",
      visitor: { id: "v" },
      id: "m",
      text: "x",
      source: desk.source("widget"),
    };
    await expect(conversations.receive(message)).rejects.toThrow(Conflict);
    expect(tries).toBe(8);
  });
});
