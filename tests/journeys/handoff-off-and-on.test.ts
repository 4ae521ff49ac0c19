import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { type Running, startRunning } from "../support/running.ts";
import { threadWith } from "../support/thread-with.ts";

const connecting = "– Connecting you with a team member — one moment please.";

let running: Running;
let inbox: Browser;
beforeAll(async () => {
  running = await startRunning();
  await running.slackIsOn();
  inbox = openBrowser(running);
  await inbox.signIn("admin@example.com", "correct horse battery");
});
afterAll(() => running.stop());

const handoff = async (word: string) => (await running.slack.as("ana").command("/handoff", word))?.text ?? "";
const missed = async () => (await inbox.get("/api/conversations?missed=yes")).body.summaries;
const isIn = (line: string) => (log: string[]) => log.filter((each) => each === line).length;

test("who asked for a person while live handoff was off is found by the team, and handed over once when it is on", async () => {
  expect(await handoff("off")).toContain("Who asks for a person is marked in the inbox");
  const [maria, joe, zoe] = [await running.visitor(), await running.visitor(), await running.visitor()];
  await maria.says("Talk to a human about order 1881");
  await maria.hears("Nobody from the team is taking chats at the moment. Your message is kept for them.");
  await expect(joe.asksForPerson()).rejects.toThrow("what you write here is kept for them.");
  await zoe.says("I want to talk to a person about my bike");
  await zoe.hears("Nobody from the team");
  expect(running.slack.threads("support")).toEqual([]);

  const found = await missed();
  expect(found.map(({ lastText }: { lastText: string }) => lastText).sort()).toEqual([
    "",
    "I want to talk to a person about my bike",
    "Talk to a human about order 1881",
  ]);
  expect((await inbox.get("/api/conversations/counts")).body).toMatchObject({ missed: 3, waiting: 0 });

  const bike = found.find(({ lastText }: { lastText: string }) => lastText.includes("bike"));
  const reply = { id: crypto.randomUUID(), text: "What about your bike?" };
  expect((await inbox.post(`/api/conversations/${bike.conversation.id}/reply`, reply)).status).toBe(200);
  await zoe.hears("What about your bike?");

  expect(await handoff("on")).toContain("People are called now for 2 visitors who asked");
  for (const visitor of [maria, joe]) await visitor.hears("Connecting you");
  expect(maria.state).toMatchObject({ status: "waiting" });
  const thread = await threadWith(running, "order 1881");
  expect(JSON.stringify(thread)).toContain("Asked for a person, while live handoff was off");
  expect(await missed()).toEqual([]);

  await handoff("off");
  expect(await handoff("on")).not.toContain("People are called");
  await running.slack
    .as("ana")
    .reply({ channel: running.slack.channelId("support"), ts: thread.ts }, "I have it here.");
  await maria.hears("I have it here.");
  for (const visitor of [maria, joe]) expect(isIn(connecting)(visitor.log)).toBe(1);
  expect(isIn(connecting)(zoe.log)).toBe(0);
  for (const visitor of [maria, joe, zoe]) visitor.leaves();
});

test("the settings page says for how many people are called", async () => {
  await inbox.request("PUT", "/api/settings", { liveHandoff: false });
  const visitor = await running.visitor();
  await visitor.says("Get me a human, please");
  await visitor.hears("Nobody from the team");
  expect((await inbox.get("/api/settings")).body).toMatchObject({ missed: 1 });
  const { body } = await inbox.request("PUT", "/api/settings", { liveHandoff: true });
  expect(body).toMatchObject({ late: { called: 1, left: 0 }, missed: 0 });
  await visitor.hears("Connecting you");
  visitor.leaves();
});
