import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fillIn } from "../../../src/settings/fill-in.ts";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;

const saved = [
  { name: "Greeting", text: "Hi {visitor}, this is {agent}. How can I help?" },
  { name: "Refund", text: "Your **refund** is on its way." },
];

beforeEach(async () => {
  team = await startTeam();
  await team.settings.change({ savedReplies: saved }, "Ana");
  visitor = team.visitor("Zoe");
  await visitor.asksForAPerson();
  await team.delivered();
});
afterEach(() => team.stop());

const open = async () => {
  await team.ana.click(team.thread(), "handoff_menu", "Send a saved reply");
  return eventually(() => (team.ana.view()?.submit ? team.ana.view() : undefined));
};
const view = () => JSON.stringify(team.ana.view() ?? "");
const pick = async (name: string, words: string) => {
  await team.ana.clickInView("handoff_saved_reply_pick", name);
  await eventually(() => view().includes(words));
};
const said = async () =>
  (await team.store.eventsAfter(visitor.id(), 0)).flatMap((event) =>
    event.type === "message.posted" ? [event.message] : [],
  );

describe("a saved reply", () => {
  test("is chosen, filled in, changed, sent as the agent's, and seen by the team in the thread", async () => {
    await open();
    await pick("Greeting", "Hi Zoe, this is Ana. How can I help?");
    const text = "Hi Zoe, this is Ana. What is your order's number?";
    expect(await team.ana.submit({ Reply: text })).toEqual({});
    expect(await said()).toMatchObject([{ author: { kind: "agent", name: "Ana" }, text, note: false }]);
    expect((await team.store.find(visitor.id()))?.agent?.name).toBe("Ana");
    await team.delivered();
    const post = await eventually(() => team.thread().replies.at(-1));
    expect(post).toMatchObject({ username: "Ana", text });
    await eventually(() => JSON.stringify(team.thread().blocks).includes("Ana has it"));
  });

  test("is sent as it stands when nothing is changed", async () => {
    await open();
    await pick("Refund", "on its way");
    await team.ana.submit({});
    expect(await said()).toMatchObject([{ text: "Your **refund** is on its way." }]);
  });

  test("the last of several choices counts, and replaces what was typed", async () => {
    await open();
    await pick("Greeting", "How can I help?");
    await pick("Refund", "on its way");
    expect(view()).not.toContain("How can I help?");
    await team.ana.submit({});
    expect((await said()).map(({ text }) => text)).toEqual(["Your **refund** is on its way."]);
  });

  test("works from any message of the thread", async () => {
    const { ts } = await team.ana.reply(team.thread(), "note: one moment");
    await team.workspace.idle();
    await team.ana.shortcut("handoff_saved_reply", { channel: team.thread().channel, ts });
    await eventually(() => team.ana.view()?.submit);
    await team.ana.submit({ Reply: "Here I am" });
    expect((await said()).at(-1)).toMatchObject({ text: "Here I am", note: false });
  });

  test("is refused in the field when the conversation was closed meanwhile", async () => {
    await open();
    await team.ben.click(team.thread(), "Close");
    const { errors } = await team.ana.submit({ Reply: "Too late" });
    expect(Object.values(errors ?? {})).toEqual(["This conversation is closed. Reopen it to reply."]);
    expect(await said()).toEqual([]);
  });

  test("says where to add one when there is none", async () => {
    await team.settings.change({ savedReplies: [] }, "Ana");
    await team.ana.click(team.thread(), "handoff_menu", "Send a saved reply");
    await eventually(() => view().includes("There are no saved replies yet."));
    expect(view()).toContain("https://chat.example.com/inbox/settings");
    expect(team.ana.view()?.submit).toBeNull();
  });

  test("says that it goes to the visitor where replies are internal", async () => {
    await team.ana.click(team.thread(), "Make replies internal");
    await open();
    expect(view()).toContain("This one goes to the visitor all the same.");
  });

  test("opens before anything else is done, however slow the rest is", async () => {
    team.workspace.trouble.fail("views.update", { delayMs: 300 });
    await team.ana.click(team.thread(), "handoff_menu", "Send a saved reply");
    await eventually(() => view().includes("One moment"));
    await eventually(() => team.ana.view()?.submit);
    const calls = team.workspace.calls().map(({ method }) => method);
    expect(calls).toContain("users.info");
    expect(calls.indexOf("views.open")).toBeLessThan(calls.indexOf("users.info"));
  });
});

test.each([
  ["Hi {visitor}, I am {agent}.", "Zoe", "Hi Zoe, I am Ana."],
  ["Hi {visitor}, I am {agent}.", undefined, "Hi, I am Ana."],
  ["{Visitor}! {visitor}?", " Zoe ", "Zoe! Zoe?"],
  ["Costs $& {visitor}", "$1", "Costs $& $1"],
])("placeholders: %j for %j", (text, name, filled) => {
  expect(fillIn(text, { visitor: name, agent: "Ana" })).toBe(filled);
});
