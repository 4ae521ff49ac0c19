import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually, fromInbox, inboxAgent, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;

beforeEach(async () => {
  team = await startTeam({ simulator: { retryDelaysMs: [20, 40, 80] } });
  visitor = team.visitor("Zoe");
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await team.delivered();
});
afterEach(() => team.stop());

const said = async () =>
  (await team.store.eventsAfter(visitor.id(), 0)).flatMap((event) =>
    event.type === "message.posted" && event.message.author.kind === "agent" ? [event.message] : [],
  );
const marks = () =>
  JSON.stringify(team.thread().replies.map(({ reactions = [] }) => reactions.map(({ name }) => name)));
const texts = async () => (await said()).map(({ text }) => text);

describe("what is written in a thread", () => {
  test("reaches the visitor once, however often and under however many ids Slack delivers it", async () => {
    const { event } = await team.ana.reply(team.thread(), "Hello");
    await team.workspace.idle();
    team.workspace.redeliver(event);
    team.workspace.redeliver(event, { newEventId: true });
    await team.workspace.idle();
    expect(await texts()).toEqual(["Hello"]);
    expect((await said())[0]?.author).toMatchObject({
      id: `slack:${team.workspace.teamId}/${team.ana.userId}`,
      name: "Ana",
    });
  });

  test("reaches the visitor when it is also sent to the channel", async () => {
    await team.ana.reply(team.thread(), "For everybody", { alsoSendToChannel: true });
    await team.workspace.idle();
    expect(await texts()).toEqual(["For everybody"]);
  });

  test("stays with the team when it is marked as a note", async () => {
    await team.ana.reply(team.thread(), "Note - she is angry");
    await team.workspace.idle();
    expect(await said()).toMatchObject([{ note: true, text: "she is angry" }]);
    expect((await team.store.find(visitor.id()))?.status).toBe("waiting");
  });

  test("is not passed on when it is a post in the channel or the app's own", async () => {
    await team.ana.reply(team.thread(), "Hello");
    await team.ana.post("support", "Lunch?");
    await visitor.says("Are you there?");
    await team.delivered();
    await team.workspace.idle();
    expect(await texts()).toEqual(["Hello"]);
  });

  test("is passed on when it is said in the third person", async () => {
    await team.ana.reply(team.thread(), "/me is looking into it");
    await team.workspace.idle();
    expect(await texts()).toEqual(["is looking into it"]);
  });

  test("stays with the team while replies in the thread are internal", async () => {
    const agent = inboxAgent;
    const conversationId = visitor.id();
    await team.conversations.switchReplies({ conversationId, agent, to: "team", source: fromInbox() });
    await team.ana.reply(team.thread(), "She is angry");
    await team.workspace.idle();
    await team.conversations.switchReplies({ conversationId, agent, to: "visitor", source: fromInbox() });
    await team.ana.reply(team.thread(), "Hello");
    await team.workspace.idle();
    expect(await said()).toMatchObject([
      { text: "She is angry", note: true },
      { text: "Hello", note: false },
    ]);
  });

  test("is not passed on when another app wrote it", async () => {
    const { ts: thread_ts } = team.thread();
    team.workspace.emit(
      {
        type: "message",
        subtype: "bot_message",
        bot_id: "B0OTHER",
        text: "Build passed",
        thread_ts,
        ts: "1.1",
      },
      "support",
    );
    await team.workspace.idle();
    expect(await texts()).toEqual([]);
  });

  test("is refused with a remedy when the conversation is closed", async () => {
    await team.conversations.close({ conversationId: visitor.id(), agent: inboxAgent, source: fromInbox() });
    await team.ana.reply(team.thread(), "Too late?");
    await team.workspace.idle();
    const told = await eventually(() => team.ana.inbox()[0]);
    expect(told.text).toContain("did not get your message");
    expect(told.text).toContain("Reopen");
    expect(told.thread_ts).toBe(team.thread().ts);
    expect(await texts()).toEqual([]);
  });

  test("is marked when it was refused, and can be sent as it is once the conversation is open again", async () => {
    const act = { conversationId: visitor.id(), agent: inboxAgent };
    await team.conversations.close({ ...act, source: fromInbox() });
    const { event } = await team.ana.reply(team.thread(), "It is on its way");
    const told = await eventually(() => team.ana.inbox()[0]);
    await eventually(() => marks().includes("warning"));
    team.workspace.redeliver(event, { newEventId: true });
    await team.workspace.idle();

    await team.ana.click({ channel: told.channel, ts: told.ts }, "Retry");
    expect(team.ana.inbox().map(({ text }) => text)).toEqual([
      told.text,
      "The visitor has still not got it. If the conversation is closed, press Reopen on the card first.",
    ]);
    await team.conversations.reopen({ ...act, source: fromInbox() });
    await team.ana.click({ channel: told.channel, ts: told.ts }, "Retry");
    expect(team.ana.inbox()[0]?.text).toBe("✅ Sent to the visitor.");
    expect(await texts()).toEqual(["It is on its way"]);
    await eventually(() => !marks().includes("warning"));
  });

  test("is marked when it is too long, and its author is told what to do rather than to try again", async () => {
    await team.ana.reply(team.thread(), "x".repeat(12_001));
    const told = await eventually(() => team.ana.inbox()[0]);
    expect(told.text).toContain("Split it into several");
    expect(JSON.stringify(told.blocks ?? [])).not.toContain("Retry");
    await eventually(() => marks().includes("warning"));
  });

  test("is passed on under a neutral name when Slack does not say who wrote it", async () => {
    team.workspace.trouble.fail("users.info", { status: 500, times: 5 });
    await team.ben.reply(team.thread(), "Hello");
    await team.workspace.idle();
    expect(await said()).toMatchObject([{ author: { name: "Team member" }, text: "Hello" }]);
  });

  test("is sent again by Slack until it could be stored", async () => {
    const { record } = team.store;
    let failures = 2;
    team.store.record = async (change) => {
      if (failures-- > 0) throw new Error("The disk is full.");
      return record.call(team.store, change);
    };
    await team.ana.reply(team.thread(), "Hello");
    await team.workspace.idle();
    expect(await texts()).toEqual(["Hello"]);
    const statuses = team.workspace
      .deliveries()
      .slice(-3)
      .map(({ status }) => status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  test("is marked when it could not be stored at all; its author is told and can try again", async () => {
    const { record } = team.store;
    team.store.record = async () => {
      throw new Error("The disk is full.");
    };
    await team.ana.reply(team.thread(), "Hello");
    await team.workspace.idle();
    const told = await eventually(() => team.ana.inbox()[0]);
    expect(told.text).toContain("could not be stored");
    expect(team.ana.inbox()).toHaveLength(1);
    await eventually(() => marks().includes("warning"));

    team.store.record = record;
    await team.ana.click({ channel: told.channel, ts: told.ts }, "Retry");
    await eventually(async () => (await texts()).includes("Hello"));
    await eventually(() => !marks().includes("warning"));
  });

  test("is known to the one who claimed the conversation when somebody else wrote it, but not again and again", async () => {
    await team.ana.reply(team.thread(), "Hello");
    await team.workspace.idle();
    await team.ben.reply(team.thread(), "I can help too");
    await team.ben.reply(team.thread(), "Really");
    await team.workspace.idle();
    await team.workspace.as("chris").reply(team.thread(), "And me");
    await eventually(() => team.ana.inbox().length >= 2);
    const [byBen, byChris, ...more] = team.ana.inbox();
    expect(byBen?.text).toContain("Ben has answered the visitor");
    expect(byBen?.thread_ts).toBe(team.thread().ts);
    expect(byChris?.text).toContain("Chris has answered the visitor");
    expect(more).toEqual([]);
    expect(team.ben.inbox()).toEqual([]);
  });

  test("reaches the visitor in the order it was written, whoever is slow to be recognised", async () => {
    team.workspace.trouble.fail("users.info", { delayMs: 300 });
    await team.ana.reply(team.thread(), "One");
    // Two requests in the same moment may overtake each other on their way to us.
    await eventually(() => team.workspace.calls("users.info").length > 0);
    await team.ben.reply(team.thread(), "Two");
    await team.workspace.idle();
    expect(await texts()).toEqual(["One", "Two"]);
  });

  test("asks Slack nothing twice: names are remembered", async () => {
    for (const text of ["One", "Two", "Three"]) {
      await team.ana.reply(team.thread(), text);
      await team.workspace.idle();
    }
    expect(await texts()).toEqual(["One", "Two", "Three"]);
    expect(team.workspace.calls("users.info")).toHaveLength(1);
    expect(team.workspace.calls("auth.test")).toHaveLength(1);
  });
});
