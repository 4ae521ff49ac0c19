import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { messageIn } from "../../src/conversation/as-it-stands.ts";
import type { Message, Translation } from "../../src/conversation/message.ts";
import { forTeam, forVisitor } from "../../src/conversation/translation.ts";
import { ana, ben, type Desk, openDesk, typesOf } from "../support/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

let visitor: ReturnType<Desk["visitor"]>;
let conversationId: string;
beforeEach(async () => {
  visitor = desk.visitor();
  await visitor.says("Où est ma commande ?", "q1");
  await visitor.asksForPerson();
  conversationId = (await visitor.conversation()).id;
});

const act = (agent = ana) => ({ conversationId, agent, source: desk.source("inbox") });
const switched = (isOn: boolean) =>
  desk.conversations.switchTranslation({ ...act(), isOn, teamLanguage: "de" });

/** Returns the message's id. */
async function replied(text: string, agent = ana): Promise<string> {
  const { events } = await desk.conversations.reply({ ...act(agent), text });
  const posted = events.find(({ type }) => type === "message.posted");
  if (posted?.type !== "message.posted") throw new Error("Nothing was posted.");
  return posted.message.id;
}

async function standing(id: string): Promise<{ message: Message; posted: { seq: number } }> {
  const found = messageIn(await visitor.events(), id);
  if (!found) throw new Error(`There is no message ${id}.`);
  return found;
}

const translated = (
  outcomes: { messageId: string; of: string; translation: Exclude<Translation, { state: "awaited" }> }[],
  visitorLanguage?: string,
) =>
  desk.conversations.translate({
    conversationId,
    outcomes,
    visitorLanguage,
    source: desk.source("translator"),
  });

const done = (text: string, language = "fr") => ({ state: "done", text, language }) as const;

/** What the visitor has of a message now. */
async function had(id: string) {
  const { message, posted } = await standing(id);
  return forVisitor(message, posted.seq);
}

describe("a conversation that is translated", () => {
  test("is switched on and off by people, and each is said once", async () => {
    expect((await switched(true)).events).toMatchObject([
      { type: "conversation.translationSwitched", isOn: true, teamLanguage: "de", by: ana },
    ]);
    expect((await switched(true)).fresh).toBe(false);
    expect((await visitor.conversation()).translating).toEqual({ isOn: true, teamLanguage: "de" });
    expect((await switched(false)).events).toMatchObject([{ isOn: false }]);
    expect((await switched(false)).fresh).toBe(false);
  });

  test("keeps what visitors write as it is, with what the team reads beside it", async () => {
    await switched(true);
    await visitor.says("Elle n'est pas arrivée.", "q2");
    expect((await standing("q2")).message.translation).toEqual({ state: "awaited" });

    await translated(
      [
        { messageId: "q1", of: "Où est ma commande ?", translation: done("Wo ist meine Bestellung?", "de") },
        { messageId: "q2", of: "Elle n'est pas arrivée.", translation: done("Sie ist nicht da.", "de") },
      ],
      "fr",
    );
    const { message } = await standing("q1");
    expect(message.text).toBe("Où est ma commande ?");
    expect(forTeam(message)).toEqual({ text: "Wo ist meine Bestellung?", original: "Où est ma commande ?" });
    expect(forVisitor(message, 1)).toEqual({ seq: 1, text: "Où est ma commande ?" });
    expect((await visitor.conversation()).visitor.language).toBe("fr");
  });

  test("holds an agent's reply back until its translation is there", async () => {
    await switched(true);
    const id = await replied("Sie kommt morgen.");
    expect(await had(id)).toBeUndefined();

    const { seq } = await translated([
      { messageId: id, of: "Sie kommt morgen.", translation: done("Elle arrive demain.") },
    ]);
    expect(await had(id)).toEqual({
      ...{ seq, text: "Elle arrive demain.", language: "fr" },
      original: "Sie kommt morgen.",
    });
    expect((await standing(id)).message.text).toBe("Sie kommt morgen.");
  });

  test("lets an untranslated reply go as it is, and keeps why", async () => {
    await switched(true);
    const id = await replied("Sie kommt morgen.");
    const reason = "The model took too long.";
    const { seq } = await translated([
      { messageId: id, of: "Sie kommt morgen.", translation: { state: "failed", reason } },
    ]);
    expect(await had(id)).toEqual({ seq, text: "Sie kommt morgen." });
    expect((await standing(id)).message.translation).toEqual({ state: "failed", reason });
  });

  test("keeps the order of replies, whichever translation is there first", async () => {
    await switched(true);
    const first = await replied("Erstens.");
    const second = await replied("Zweitens.", ben);
    await translated([{ messageId: second, of: "Zweitens.", translation: done("Deuxièmement.") }]);
    expect(await had(second)).toBeUndefined();

    await translated([
      { messageId: second, of: "Zweitens.", translation: done("Deuxièmement.") },
      { messageId: first, of: "Erstens.", translation: done("Premièrement.") },
    ]);
    const [one, two] = [await had(first), await had(second)];
    expect(one?.text).toBe("Premièrement.");
    expect(two?.seq).toBe((one?.seq ?? 0) + 1);
  });

  test("sends nothing twice, however often a translation is told", async () => {
    await switched(true);
    const id = await replied("Sie kommt morgen.");
    const outcomes = [{ messageId: id, of: "Sie kommt morgen.", translation: done("Elle arrive demain.") }];
    await translated(outcomes);
    const again = await translated(outcomes);
    expect(again.fresh).toBe(false);
    expect(typesOf(await visitor.events()).filter((type) => type === "message.translated")).toHaveLength(1);
  });

  test("does not let a reply overtake one that waits, even after it was switched off", async () => {
    await switched(true);
    const first = await replied("Erstens.");
    await switched(false);
    const second = await replied("Zweitens.");
    expect(await had(second)).toBeUndefined();

    await translated([
      { messageId: first, of: "Erstens.", translation: done("Premièrement.") },
      { messageId: second, of: "Zweitens.", translation: { state: "same" } },
    ]);
    expect((await had(first))?.text).toBe("Premièrement.");
    expect((await had(second))?.text).toBe("Zweitens.");
    const third = await replied("Drittens.");
    expect((await had(third))?.text).toBe("Drittens.");
  });

  test("never translates notes, and a reply that became one while it waited is not sent", async () => {
    await switched(true);
    const { events } = await desk.conversations.note({ ...act(), text: "Nur für uns" });
    expect(events).toMatchObject([{ message: { note: true } }]);
    expect(JSON.stringify(events)).not.toContain("awaited");

    const id = await replied("Kulant sein?");
    await desk.conversations.makeInternal({
      ...{ conversationId, messageId: id, by: ana },
      source: desk.source("inbox"),
    });
    await translated([{ messageId: id, of: "Kulant sein?", translation: done("Être généreux ?") }]);
    const { message } = await standing(id);
    expect(message).toMatchObject({ note: true, text: "Kulant sein?" });
    expect(message).not.toHaveProperty("sent");
    expect(message).not.toHaveProperty("translation");
  });

  test("never sends a reply that was deleted while it waited", async () => {
    await switched(true);
    const first = await replied("Falsch.");
    const second = await replied("Richtig.");
    const by = { kind: "agent", ...ana } as const;
    await desk.conversations.remove({
      conversationId,
      messageId: first,
      by,
      source: desk.source("inbox"),
    });
    await translated([
      { messageId: first, of: "Falsch.", translation: done("Faux.") },
      { messageId: second, of: "Richtig.", translation: done("Correct.") },
    ]);
    expect(messageIn(await visitor.events(), first)).toBeUndefined();
    expect((await had(second))?.text).toBe("Correct.");
  });

  test("takes no translation of words that have changed since", async () => {
    await switched(true);
    const id = await replied("Morgn.");
    const by = { kind: "agent", ...ana } as const;
    await desk.conversations.edit({
      ...{ conversationId, messageId: id, by, text: "Morgen." },
      source: desk.source("inbox"),
    });
    await translated([{ messageId: id, of: "Morgn.", translation: done("Deman.") }]);
    expect(await had(id)).toBeUndefined();
    await translated([{ messageId: id, of: "Morgen.", translation: done("Demain.") }]);
    expect(await had(id)).toMatchObject({ text: "Demain.", original: "Morgen." });
  });

  test("leaves the visitor the last translation of a reply until that of its new words is there", async () => {
    await switched(true);
    const id = await replied("Am Montag.");
    await translated([{ messageId: id, of: "Am Montag.", translation: done("Lundi.") }]);
    const before = await had(id);
    await desk.conversations.edit({
      ...{ conversationId, messageId: id, by: { kind: "agent", ...ana }, text: "Am Dienstag." },
      source: desk.source("inbox"),
    });
    expect(await had(id)).toEqual(before);

    await translated([{ messageId: id, of: "Am Dienstag.", translation: done("Mardi.") }]);
    expect(await had(id)).toMatchObject({ seq: before?.seq, text: "Mardi.", original: "Am Dienstag." });
  });

  test("leaves the visitor a reply from before it was switched on until its new words are translated", async () => {
    const id = await replied("On Monday.");
    const before = await had(id);
    await switched(true);
    await desk.conversations.edit({
      ...{ conversationId, messageId: id, by: { kind: "agent", ...ana }, text: "Am Dienstag." },
      source: desk.source("inbox"),
    });
    expect(await had(id)).toEqual(before);
    await translated([{ messageId: id, of: "Am Dienstag.", translation: done("Mardi.") }]);
    expect(await had(id)).toMatchObject({ seq: before?.seq, text: "Mardi.", original: "Am Dienstag." });
  });

  test("passes the new words of a reply on as they are once it is switched off", async () => {
    await switched(true);
    const id = await replied("Am Montag.");
    await translated([{ messageId: id, of: "Am Montag.", translation: done("Lundi.") }]);
    const before = await had(id);
    await switched(false);
    await desk.conversations.edit({
      ...{ conversationId, messageId: id, by: { kind: "agent", ...ana }, text: "Tuesday." },
      source: desk.source("inbox"),
    });
    expect(await had(id)).toEqual({ seq: before?.seq, text: "Tuesday." });
  });

  test("knows the visitor's language from their browser until they have been read", async () => {
    const guest = desk.visitor({ id: "guest", language: "en-GB" });
    await guest.says("Bonjour", "b1");
    expect((await guest.conversation()).visitor.language).toBe("en-GB");
    const { id } = await guest.conversation();
    await desk.conversations.switchTranslation({
      ...{ conversationId: id, agent: ana, source: desk.source("inbox") },
      ...{ isOn: true, teamLanguage: "de" },
    });
    await desk.conversations.translate({
      conversationId: id,
      outcomes: [{ messageId: "b1", of: "Bonjour", translation: done("Guten Tag", "de") }],
      visitorLanguage: "fr",
      source: desk.source("translator"),
    });
    await guest.says("Vous êtes là ?");
    expect((await guest.conversation()).visitor.language).toBe("fr");
  });
});

test("nothing waits where nothing is translated", async () => {
  const id = await replied("Hello");
  expect(await had(id)).toMatchObject({ text: "Hello" });
  expect(JSON.stringify(await visitor.events())).not.toContain("awaited");
});
