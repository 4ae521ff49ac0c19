import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGemini } from "../../../src/assistant/models/gemini.ts";
import { asItStands } from "../../../src/conversation/as-it-stands.ts";
import { forVisitor } from "../../../src/conversation/translation.ts";
import { gemini, startGemini } from "../../support/gemini.ts";
import { gated, interpreter, type PhraseBook } from "../../support/interpreter.ts";
import { eventually, fromInbox, inboxAgent, type SlackTeam, startTeam } from "./support.ts";

const phrases: PhraseBook = {
  "Où est ma commande ?": { from: "fr", text: "Wo ist meine Bestellung?" },
  "Elle n'est pas arrivée.": { from: "fr", text: "Sie ist nicht angekommen." },
  "Sie kommt morgen.": { from: "de", text: "Elle arrive demain." },
  "Noch etwas?": { from: "de", text: "Autre chose ?" },
  "Sie kommt heute.": { from: "de", text: "Elle arrive aujourd'hui." },
};

let server: Awaited<ReturnType<typeof startGemini>>;
let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;
beforeAll(async () => {
  server = await startGemini();
});
afterAll(() => server.stop());

async function open({ withModel = true, language }: { withModel?: boolean; language?: string } = {}) {
  server.answers(interpreter(phrases));
  team = await startTeam({
    waitingAfterMs: 60_000,
    ...(withModel && { model: createGemini({ apiKey: "k", model: "m", apiUrl: server.url }) }),
  });
  await team.settings.change({ teamLanguage: "de" }, "Ana");
  visitor = team.visitor("Zoé");
  if (language) Object.assign(visitor.visitor, { language });
  await visitor.says("Où est ma commande ?");
  await visitor.asksForAPerson();
  await team.delivered();
}
afterEach(() => team.stop());

const card = () => JSON.stringify(team.thread().blocks);
const cardSays = (words: string) => eventually(() => card().includes(words));
const choose = (option: string) => team.ana.click(team.thread(), "handoff_menu", option);
const texts = () => team.thread().replies.map(({ text }) => text);
const says = (words: string) => eventually(() => texts().some((text) => text?.includes(words)));
const channel = () => team.workspace.channelId("support");
const posted = () => team.workspace.calls("chat.postMessage").length;

async function translating(): Promise<void> {
  await choose("Translate this conversation");
  await says("Wo ist meine Bestellung?");
  await team.delivered();
}

const visitorHas = async () =>
  asItStands(await team.store.eventsAfter(visitor.id(), 0))
    .flatMap((event) =>
      event.type === "message.posted" && event.message.author.kind === "agent" && !event.message.note
        ? (forVisitor(event.message, event.seq) ?? [])
        : [],
    )
    .map(({ text }) => text);
const visitorGets = (...words: string[]) =>
  eventually(async () => JSON.stringify(await visitorHas()) === JSON.stringify(words));

const inboxReplies = (text: string) =>
  team.conversations.reply({ conversationId: visitor.id(), agent: inboxAgent, text, source: fromInbox() });

describe("translation on a card", () => {
  test("is in the menu, says on the card that it is on, and can be stopped there", async () => {
    await open();
    await translating();
    await cardSays("The visitor reads and writes French, the team German.");
    expect(card()).not.toContain("Translate this conversation");
    expect(texts().some((text) => text?.startsWith("Ana switched translation on"))).toBe(true);
    await team.ana.click(team.thread(), "Stop translating");
    await cardSays("Translate into German");
    expect((await team.store.find(visitor.id()))?.translating?.isOn).toBe(false);
  });

  test("proposes itself when the visitor is known to write another language", async () => {
    await open({ language: "fr-CH" });
    expect(card()).toContain("The visitor seems to write French.");
    await team.ana.click(team.thread(), "Translate into German");
    await cardSays("Stop translating");
  });

  test("is not proposed where both write the same language", async () => {
    await open({ language: "de-AT" });
    expect(card()).not.toContain("seems to write");
    expect(card()).toContain("Translate this conversation");
  });

  test("without a model says what to set", async () => {
    await open({ withModel: false, language: "fr" });
    expect(card()).not.toContain("seems to write");
    await choose("Translate this conversation");
    const told = await eventually(() => team.ana.inbox()[0]);
    expect(told.text).toContain("Set GEMINI_API_KEY");
    expect((await team.store.find(visitor.id()))?.translating).toBeUndefined();
  });
});

describe("what the visitor writes", () => {
  test("reads in the team's language, with the original below, in the posts that are there", async () => {
    await open();
    const before = posted();
    await translating();
    const [first] = team.thread().replies;
    const blocks = JSON.stringify(first?.blocks);
    expect(blocks.indexOf("Wo ist meine Bestellung?")).toBeGreaterThan(0);
    expect(blocks.indexOf("Original: Où est ma commande ?")).toBeGreaterThan(
      blocks.indexOf("Wo ist meine Bestellung?"),
    );
    expect(first?.username).toBe("Zoé");
    // The line that it was switched on is the only new post.
    expect(posted()).toBe(before + 1);
  });

  test("waits for its translation and is one post with both", async () => {
    await open();
    await translating();
    const slow = gated(interpreter(phrases));
    server.answers(slow.answer);
    const before = posted();
    await visitor.says("Elle n'est pas arrivée.");
    await slow.asked();
    expect(posted()).toBe(before);
    slow.open();
    await says("Sie ist nicht angekommen.");
    await team.delivered();
    expect(posted()).toBe(before + 1);
    expect(texts().at(-1)).toBe("Sie ist nicht angekommen.\nOriginal: Elle n'est pas arrivée.");
  });

  test("comes as it is, with why, when the model fails", async () => {
    await open();
    await translating();
    server.answers(gemini.fails(500));
    await visitor.says("Elle n'est pas arrivée.");
    await says("Not translated: Google answered 500.");
    expect(texts().at(-1)).toMatch(/^Elle n'est pas arrivée\.\n/);
  });

  test("that was changed reads in new words", async () => {
    await open();
    await translating();
    const { events } = await visitor.says("Elle");
    const [event] = events;
    if (event?.type !== "message.posted") throw new Error("Nothing was said.");
    await says("[de] Elle");
    await team.conversations.edit({
      ...{ siteKey: "default", visitor: visitor.visitor, messageId: event.message.id },
      ...{ by: { kind: "visitor" }, text: "Elle n'est pas arrivée." },
      source: { via: "widget", externalId: randomUUID() },
    });
    await says("Sie ist nicht angekommen. (edited)\nOriginal: Elle n'est pas arrivée.");
  });
});

describe("what an agent writes in the thread", () => {
  beforeEach(async () => {
    await open();
    await translating();
  });

  test("goes to the visitor in their language, and stands below in one post for several replies", async () => {
    const before = posted();
    await team.ana.reply(team.thread(), "Sie kommt morgen.");
    await team.ben.reply(team.thread(), "Noch etwas?");
    await visitorGets("Elle arrive demain.", "Autre chose ?");
    await says("Ben’s reply was sent in French: Autre chose ?");
    expect(texts().at(-1)).toBe(
      "Ana’s reply was sent in French: Elle arrive demain.\nBen’s reply was sent in French: Autre chose ?",
    );
    expect(posted()).toBe(before + 1);
  });

  test("is never seen by the visitor before it is translated, and goes as it is when that fails", async () => {
    const slow = gated(gemini.fails(503));
    server.answers(slow.answer);
    await team.ana.reply(team.thread(), "Sie kommt morgen.");
    await slow.asked();
    expect(await visitorHas()).toEqual([]);
    slow.open();
    await visitorGets("Sie kommt morgen.");
    await says("Ana’s reply was sent untranslated: Google answered 503.");
  });

  test("keeps its line when the visitor's words in the same post change", async () => {
    await team.ana.reply(team.thread(), "Sie kommt morgen.");
    await visitorGets("Elle arrive demain.");
    const { events } = await visitor.says("Elle n'est pas");
    const [event] = events;
    if (event?.type !== "message.posted") throw new Error("Nothing was said.");
    await says("[de] Elle n'est pas");
    const line = "Ana’s reply was sent in French: Elle arrive demain.";
    expect(texts().at(-1)).toContain(line);
    await team.conversations.edit({
      ...{ siteKey: "default", visitor: visitor.visitor, messageId: event.message.id },
      ...{ by: { kind: "visitor" }, text: "Elle n'est pas arrivée." },
      source: { via: "widget", externalId: randomUUID() },
    });
    await says("Sie ist nicht angekommen.");
    expect(texts().at(-1)).toContain(line);
  });

  test("can be deleted while it waits, and the visitor never has it", async () => {
    const slow = gated(interpreter(phrases));
    server.answers(slow.answer);
    const { ts } = await team.ana.reply(team.thread(), "Sie kommt morgen.");
    await slow.asked();
    await team.ana.delete({ channel: channel(), ts });
    await team.workspace.idle();
    await team.ana.reply(team.thread(), "Noch etwas?");
    slow.open();
    await visitorGets("Autre chose ?");
    const events = await team.store.eventsAfter(visitor.id(), 0);
    expect(JSON.stringify(events)).not.toContain("Elle arrive demain.");
  });

  test("is translated again when it is changed, and marked as seen only when that is true", async () => {
    const { ts } = await team.ana.reply(team.thread(), "Sie kommt morgen.");
    await visitorGets("Elle arrive demain.");
    await team.ana.edit({ channel: channel(), ts }, "Sie kommt heute.");
    await visitorGets("Elle arrive aujourd'hui.");
    const { seq = 0 } = (await team.store.find(visitor.id())) ?? {};
    await team.conversations.reach({
      ...{ siteKey: "default", visitor: visitor.visitor, upTo: seq, isSeen: true },
      source: { via: "widget", externalId: randomUUID() },
    });
    await eventually(() =>
      team
        .thread()
        .replies.some(
          ({ text, reactions = [] }) =>
            text?.includes("heute") && reactions.some(({ name }) => name === "eyes"),
        ),
    );
  });
});

test("a reply from the inbox is one post in the thread, with what the visitor was sent below it", async () => {
  await open();
  await translating();
  const before = posted();
  await inboxReplies("Sie kommt morgen.");
  await says("Elle arrive demain.");
  await team.delivered();
  expect(texts().at(-1)).toBe("Sie kommt morgen.\nSent in French: Elle arrive demain.");
  expect(posted()).toBe(before + 1);
});

test("the team's language is a setting of the modal", async () => {
  await open();
  await team.ana.command("/handoff", "");
  await eventually(() => JSON.stringify(team.ana.view()?.blocks ?? "").includes("Team language"));
  const { errors } = await team.ana.submit({ "Team language": "nl" });
  expect(errors).toBeUndefined();
  expect((await team.settings.current()).teamLanguage).toBe("nl");
});
