import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimulatedThread } from "../../slack-simulator/message.ts";
import { type Running, startRunning } from "../../support/running.ts";
import type { Visitor } from "../../support/visitor.ts";
import { eventually } from "./support.ts";

let running: Running;
let visitor: Visitor;
let thread: SimulatedThread;

beforeAll(async () => {
  running = await startRunning();
  visitor = await running.visitor();
  await visitor.asksForPerson();
  thread = await eventually(() => running.slack.threads("support")[0]);
});
afterAll(async () => {
  visitor.leaves();
  await running.stop();
});

const ana = () => running.slack.as("ana");
const reply = async (text: string, options = {}) => {
  const { ts } = await ana().reply(thread, text, options);
  return { channel: running.slack.channelId("support"), ts };
};

test("what an agent edits in Slack changes before the visitor's eyes, and what they delete goes", async () => {
  const message = await reply("It ships on Friday");
  await visitor.hears("Friday");
  await ana().edit(message, "It ships on Monday");
  await visitor.hears("Monday");
  expect(visitor.message("Monday").isEdited).toBe(true);
  await visitor.hearsNoMore("Friday");
  await ana().delete(message);
  await visitor.hearsNoMore("Monday");
});

test("what gets a 🔒 or becomes a note goes too, and notes never come", async () => {
  const locked = await reply("She pays late");
  const marked = await reply("She pays never");
  await visitor.hears("late");
  await visitor.hears("never");
  await ana().react(locked, "lock");
  await ana().edit(marked, "note: She pays never");
  await reply("note: she is angry");
  await reply("@ben is she the one from May?");
  await reply("Hello");
  await visitor.hears("Hello");
  await visitor.hearsNoMore("pays");
  expect(JSON.stringify(visitor.frames)).not.toMatch(/angry|May/);
});

test("a file from Slack opens for the visitor, at an address of ours", async () => {
  await reply("The label", { files: [{ name: "label.txt", content: "To Zoe", mimetype: "text/plain" }] });
  await visitor.hears("The label");
  const [file] = visitor.message("The label").files ?? [];
  expect(file?.name).toBe("label.txt");
  const url = new URL(file?.url ?? "", running.url);
  expect(url.origin).toBe(running.url);
  const response = await fetch(url);
  expect(await response.text()).toBe("To Zoe");
});

test("what waits when the app stops is sent when it is up again", async () => {
  await running.app.settings.change({ holdSeconds: 2 }, "Ana");
  await reply("It ships on Tuesday");
  await running.slack.idle();
  expect(JSON.stringify(visitor.frames)).not.toContain("Tuesday");
  await running.stopApp();
  await running.startApp();
  visitor = await running.visitor(visitor.token);
  await visitor.hears("It ships on Tuesday");
  expect(visitor.log.filter((line) => line.includes("Tuesday"))).toHaveLength(1);
});
