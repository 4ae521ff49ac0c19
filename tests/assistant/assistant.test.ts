import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAssistant } from "../../src/assistant/index.ts";
import { createGemini } from "../../src/assistant/models/gemini.ts";
import type { Listener } from "../../src/conversation/listener.ts";
import { createRelay, type Relay } from "../../src/relay.ts";
import { createSettings, type SettingsDesk } from "../../src/settings/index.ts";
import { maxAway } from "../../src/settings/schema.ts";
import { ana, type Desk, openDesk, textsOf, typesOf } from "../support/desk.ts";
import { gemini, startGemini } from "../support/gemini.ts";
import { quietLog } from "../support/quiet-log.ts";

let desk: Desk;
let relay: Relay;
let settings: SettingsDesk;
let server: Awaited<ReturnType<typeof startGemini>>;
const listeners: Listener[] = [];

beforeAll(async () => {
  server = await startGemini();
});
afterAll(() => server.stop());

beforeEach(async () => {
  desk = await openDesk({ listeners });
  settings = createSettings({ store: desk.storage.settings, now: desk.now });
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
  return log;
}

async function hears(visitor: ReturnType<Desk["visitor"]>, text: string) {
  await visitor.says(text);
  await relay.idle();
}
const act = (conversationId: string) => ({ conversationId, agent: ana, source: desk.source("slack") });

describe("the assistant without a model", () => {
  beforeEach(() => void begin({ withModel: false }));

  test("greets, says what it can do, and hands off", async () => {
    const visitor = desk.visitor();
    await hears(visitor, "Do you ship to Norway?");
    expect(typesOf(await visitor.events())).toEqual([
      "message.posted",
      "message.posted",
      "conversation.handedOff",
    ]);
    expect(textsOf(await visitor.events())[1]).toContain("bring in a person");
    expect(await visitor.conversation()).toMatchObject({ status: "waiting" });
  });

  test("hands off without a word of its own when a person was asked for", async () => {
    const visitor = desk.visitor();
    await hears(visitor, "Can I chat with a human?");
    expect(typesOf(await visitor.events())).toEqual(["message.posted", "conversation.handedOff"]);
    expect((await visitor.conversation()).handoff).toMatchObject({
      by: "rule",
      matched: expect.stringMatching(/human/i),
    });
  });

  test("falls silent while people are awaited or there", async () => {
    const visitor = desk.visitor();
    await hears(visitor, "Talk to a human");
    await hears(visitor, "Hello? Talk to a human!");
    const { id } = await visitor.conversation();
    await desk.conversations.reply({ ...act(id), text: "Hi" });
    await hears(visitor, "I want to talk to a real agent");
    expect(textsOf(await visitor.events())).toHaveLength(4);
    expect(typesOf(await visitor.events()).filter((type) => type === "conversation.handedOff")).toHaveLength(
      1,
    );
  });

  test("does not call people again for what was said before they handed back", async () => {
    const visitor = desk.visitor();
    await hears(visitor, "Talk to a human");
    await desk.conversations.handBack(act((await visitor.conversation()).id));
    await hears(visitor, "Thanks, bye");
    expect(await visitor.conversation()).toMatchObject({ status: "assistant" });
    expect(textsOf(await visitor.events()).at(-1)).toContain("Talk to a person");

    await hears(visitor, "Get me a human again please");
    expect(await visitor.conversation()).toMatchObject({ status: "waiting" });
  });

  test("acts on the admin's own phrases", async () => {
    await settings.change({ triggerPhrases: ["enterprise plan"] }, "Ana");
    const visitor = desk.visitor();
    await hears(visitor, "What does the ENTERPRISE  plan cost?");
    expect((await visitor.conversation()).handoff).toMatchObject({
      by: "rule",
      reason: "A trigger phrase matched",
    });
  });

  test("tells the visitor the truth while the team is away, and hands off all the same", async () => {
    await settings.change({ awayUntil: maxAway }, "Ana");
    const visitor = desk.visitor();
    await hears(visitor, "Talk to a human");
    expect(await visitor.conversation()).toMatchObject({ status: "waiting" });
    expect((await visitor.events()).at(-1)).toMatchObject({
      type: "conversation.handedOff",
      sentence: "Our team is away at the moment. Your conversation is with them, and they answer here.",
    });
  });

  test("brings nobody in while the team is away, and passes on what was asked", async () => {
    await settings.change({ awayUntil: maxAway }, "Ana");
    const visitor = desk.visitor();
    await hears(visitor, "Do you ship to Norway?");
    expect(await visitor.conversation()).toMatchObject({ status: "waiting" });
    const [, said] = textsOf(await visitor.events());
    expect(said).toContain("I pass this on to the team");
    expect(said).not.toContain("bring in");
  });

  test("tells the truth while live handoff is switched off", async () => {
    await settings.change({ liveHandoff: false }, "Ana");
    const visitor = desk.visitor();
    await hears(visitor, "Talk to a human");
    expect(await visitor.conversation()).toMatchObject({ status: "assistant" });
    expect(textsOf(await visitor.events()).at(-1)).toContain("Nobody from the team");
    const asked = { by: "rule", matched: expect.stringMatching(/human/i), isOpen: true };
    expect((await visitor.conversation()).missed).toMatchObject(asked);
  });

  test("promises nobody while live handoff is switched off, whatever is asked", async () => {
    const visitor = desk.visitor();
    await hears(visitor, "Do you ship to Norway?");
    const { id } = await visitor.conversation();
    await desk.conversations.handBack(act(id));
    await settings.change({ liveHandoff: false }, "Ana");
    for (const text of ["And to Iceland?", "Hello?"]) await hears(visitor, text);

    const newcomer = desk.visitor();
    await hears(newcomer, "Do you ship to Norway?");
    expect(await newcomer.conversation()).toMatchObject({ status: "assistant" });
    const said = [...textsOf(await visitor.events()).slice(2), ...textsOf(await newcomer.events())];
    expect(said.filter((text) => text.includes("Nobody from the team"))).toHaveLength(3);
    expect(said.join()).not.toMatch(/bring in a person|Talk to a person/);
    expect((await newcomer.conversation()).missed).toMatchObject({ by: "failure", isOpen: true });
  });
});

describe("the assistant with a model", () => {
  test("answers with it, and never shows it the team's notes", async () => {
    begin({ withModel: true });
    server.answers(gemini.says("Yes, in three days."));
    const visitor = desk.visitor();
    await visitor.says("Do you ship to Norway?");
    const { id } = await visitor.conversation();
    await desk.conversations.note({ ...act(id), text: "He never pays" });
    await relay.idle();
    expect(textsOf(await visitor.events()).at(-1)).toBe("Yes, in three days.");
    expect(JSON.stringify(server.requests)).not.toContain("never pays");
    expect(await visitor.conversation()).toMatchObject({ status: "assistant" });
  });

  test("says as much of an endless answer as fits into a message", async () => {
    begin({ withModel: true });
    server.answers(gemini.says("x".repeat(13_000)));
    const visitor = desk.visitor();
    await hears(visitor, "Tell me everything");
    expect(textsOf(await visitor.events()).at(-1)).toBe(`${"x".repeat(11_999)}…`);
  });

  test("goes by what the visitor has made of their words before it heard them", async () => {
    begin({ withModel: true });
    server.answers(gemini.says("Yes, in three days."));
    const visitor = desk.visitor();
    const messageId = crypto.randomUUID();
    await visitor.says("Talk to a human", messageId);
    await desk.conversations.edit({
      ...{ siteKey: "default", visitor: { id: visitor.id }, messageId, by: { kind: "visitor" } },
      ...{ text: "Do you ship to Norway?", source: desk.source("widget") },
    });
    await relay.idle();
    expect(await visitor.conversation()).toMatchObject({ status: "assistant" });
    expect(textsOf(await visitor.events()).at(-1)).toBe("Yes, in three days.");
  });

  test("never shows it what was made internal or deleted, and names files", async () => {
    begin({ withModel: true });
    server.answers(gemini.says("Noted."));
    const visitor = desk.visitor();
    await visitor.asksForPerson();
    const { id } = await visitor.conversation();
    for (const text of ["He never pays", "Wrong window"])
      await desk.conversations.reply({ ...act(id), text });
    const [, paying, wrong] = await visitor.events();
    if (paying?.type !== "message.posted" || wrong?.type !== "message.posted") throw new Error("Not said.");
    const by = { kind: "agent", ...ana } as const;
    await desk.conversations.makeInternal({ ...act(id), messageId: paying.message.id, by: ana });
    await desk.conversations.remove({ ...act(id), messageId: wrong.message.id, by });
    await desk.conversations.handBack(act(id));
    await desk.conversations.receive({
      ...{ siteKey: "default", visitor: { id: visitor.id }, id: "f1", text: "" },
      files: [{ id: "1", name: "invoice.pdf", mime: "application/pdf", size: 9 }],
      source: desk.source("widget"),
    });
    await relay.idle();
    const asked = JSON.stringify(server.requests);
    expect(asked).toContain("[a file: invoice.pdf]");
    expect(asked).not.toMatch(/never pays|Wrong window/);
  });

  test("is not asked when a person is: that is decided without it", async () => {
    begin({ withModel: true });
    server.answers(gemini.says("I am very human."));
    const visitor = desk.visitor();
    await hears(visitor, "I want to talk to a real agent");
    expect(server.requests).toEqual([]);
    expect(await visitor.conversation()).toMatchObject({ status: "waiting" });
  });

  test("hands off when it says so, with its summary for the team and the server's sentence for the visitor", async () => {
    begin({ withModel: true });
    server.answers(
      gemini.saysAndCalls("I'll connect you!", { reason: "sensitive", summary: "Wants a refund" }),
    );
    const visitor = desk.visitor();
    await hears(visitor, "You charged me twice");
    expect(await visitor.conversation()).toMatchObject({
      status: "waiting",
      handoff: { by: "model", reason: "A sensitive matter", summary: "Wants a refund" },
    });
    expect(textsOf(await visitor.events())).toEqual(["You charged me twice"]);
  });

  test("hands off when the model fails for good, and says so in the log", async () => {
    const log = begin({ withModel: true });
    server.answers(gemini.fails(404));
    const visitor = desk.visitor();
    await hears(visitor, "Do you ship to Norway?");
    expect((await visitor.conversation()).handoff).toMatchObject({ by: "failure" });
    expect(log.entries.some(({ level }) => level === "error")).toBe(true);
  });

  test("tries once more when the trouble may pass", async () => {
    begin({ withModel: true });
    server.answers(gemini.fails(503), gemini.says("Yes."));
    const visitor = desk.visitor();
    await hears(visitor, "Do you ship to Norway?");
    expect(textsOf(await visitor.events()).at(-1)).toBe("Yes.");
    expect(server.requests).toHaveLength(2);
  });

  test("is not heard when a person joined while it was thinking", async () => {
    begin({ withModel: true });
    let answer = () => {};
    server.answers((response) => {
      answer = () => gemini.says("Too late.")(response);
    });
    const visitor = desk.visitor();
    await visitor.says("Do you ship to Norway?");
    const heard = relay.idle();
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.conversations.reply({ ...act((await visitor.conversation()).id), text: "I take this." });
    answer();
    await heard;
    expect(textsOf(await visitor.events())).toEqual(["Do you ship to Norway?", "I take this."]);
  });
});
