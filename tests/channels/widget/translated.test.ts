import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { entriesOf } from "../../../src/channels/widget/outbound.ts";
import type { Translation } from "../../../src/conversation/message.ts";
import type { Recorded } from "../../../src/conversation/store.ts";
import { ana, type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
let visitor: ReturnType<Desk["visitor"]>;
let conversationId: string;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  visitor = desk.visitor();
  await visitor.says("Bonjour", "q1");
  conversationId = (await visitor.conversation()).id;
  await desk.conversations.switchTranslation({ ...act(), isOn: true, teamLanguage: "de" });
});

const act = () => ({ conversationId, agent: ana, source: desk.source("inbox") });
const view = ({ id, name, mime, size }: { id: string; name: string; mime: string; size: number }) => ({
  ...{ id, name, mime, size, url: "", isImage: false },
});
/** What an open widget is told of a change. */
const told = ({ events }: Recorded) => entriesOf(events, view);
const translated = (messageId: string, of: string, translation: Exclude<Translation, { state: "awaited" }>) =>
  desk.conversations.translate({
    ...{ conversationId, outcomes: [{ messageId, of, translation }] },
    source: desk.source("translator"),
  });
const idIn = ({ events }: Recorded) => {
  const [posted] = events;
  if (posted?.type !== "message.posted") throw new Error("Nothing was posted.");
  return posted.message.id;
};

test("a widget is told nothing of a reply that waits, and then of both its languages", async () => {
  const reply = await desk.conversations.reply({ ...act(), text: "Guten Tag" });
  expect(told(reply)).toEqual([]);
  const { seq, ...rest } = await translated(idIn(reply), "Guten Tag", {
    ...{ state: "done", text: "Bonjour", language: "fr" },
  });
  expect(told({ seq, ...rest })).toMatchObject([
    { type: "message", seq, text: "Bonjour", original: "Guten Tag", language: "fr" },
  ]);
  const whole = entriesOf(await visitor.events(), view);
  expect(whole.at(-1)).toMatchObject({ seq, text: "Bonjour", original: "Guten Tag" });
});

test("a widget is told nothing of what the team reads of the visitor's words", async () => {
  const recorded = await translated("q1", "Bonjour", { state: "done", text: "Guten Tag", language: "de" });
  expect(recorded.fresh).toBe(true);
  expect(told(recorded)).toEqual([]);
  expect(JSON.stringify(entriesOf(await visitor.events(), view))).not.toContain("Guten Tag");
});

test("a widget is told of new words for a reply when they are translated, and in its old place", async () => {
  const reply = await desk.conversations.reply({ ...act(), text: "Am Montag" });
  const messageId = idIn(reply);
  const { seq } = await translated(messageId, "Am Montag", { state: "done", text: "Lundi", language: "fr" });
  const edited = await desk.conversations.edit({
    ...{ conversationId, messageId, text: "Am Dienstag", by: { kind: "agent", ...ana } },
    source: desk.source("inbox"),
  });
  expect(told(edited)).toMatchObject([{ seq, text: "Lundi", original: "Am Montag" }]);
  expect(told(edited)[0]).not.toMatchObject({ isEdited: true });
  const again = await translated(messageId, "Am Dienstag", { state: "done", text: "Mardi", language: "fr" });
  expect(told(again)).toMatchObject([{ seq, text: "Mardi", original: "Am Dienstag", isEdited: true }]);
});

test("a reply that went untranslated bears no mark of it", async () => {
  const reply = await desk.conversations.reply({ ...act(), text: "Guten Tag" });
  const sent = await translated(idIn(reply), "Guten Tag", { state: "failed", reason: "It took too long." });
  const [entry] = told(sent);
  expect(entry).toMatchObject({ text: "Guten Tag" });
  expect(JSON.stringify(entry)).not.toMatch(/original|too long/);
});
