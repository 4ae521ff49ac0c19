import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startRunning } from "../../support/running.ts";
import { type HandedOff, startHandedOff } from "./handed-off.ts";
import { eventually, fromInbox, inboxAgent } from "./support.ts";

let desk: HandedOff;
let toStop: { stop(): Promise<void> };
afterEach(() => toStop.stop());

const nowhere = "http://127.0.0.1:9/slack/events";

/** Slack delivers nothing any more: what people do from now on is missed. */
async function deaf() {
  await desk.workspace.idle();
  desk.workspace.deliverTo(nowhere);
}
const reads = () => desk.workspace.calls("conversations.replies").length;
/** Resolves when the thread has been looked at from beginning to end after now. */
async function lookedAgain() {
  const before = reads();
  await eventually(() => reads() >= before + 2);
}
const close = () =>
  desk.conversations.close({ conversationId: desk.visitor.id(), agent: inboxAgent, source: fromInbox() });

async function start(options: Parameters<typeof startHandedOff>[0] = {}) {
  desk = await startHandedOff({ catchUp: { everyMs: 20, betweenMs: 0 }, ...options });
  toStop = desk;
}

describe("what was missed in a thread", () => {
  beforeEach(() => start({ simulator: { retryDelaysMs: [] } }));

  test("is relayed once, in order", async () => {
    await desk.ana.reply(desk.thread(), "Before");
    await deaf();
    await desk.ana.reply(desk.thread(), "One");
    await desk.ben.reply(desk.thread(), "Two");
    await desk.ana.reply(desk.thread(), "note: Three");
    await eventually(async () => (await desk.said()).length === 4);
    await lookedAgain();
    expect(await desk.said()).toMatchObject([
      { text: "Before" },
      { text: "One", author: { name: "Ana" } },
      { text: "Two", author: { name: "Ben" } },
      { text: "Three", note: true },
    ]);
  });

  test("is relayed when there is more than a page of it", async () => {
    await deaf();
    const numbers = Array.from({ length: 40 }, (_, index) => `No. ${index + 1}`);
    for (const number of numbers) await desk.ana.reply(desk.thread(), number);
    await eventually(async () => (await desk.seen()).length === 40);
    expect(await desk.seen()).toEqual(numbers);
  });

  test("is relayed although much was heard after it before anybody looked", async () => {
    await lookedAgain();
    desk.workspace.trouble.fail("conversations.replies", { status: 500, times: 10_000 });
    await deaf();
    await desk.ana.reply(desk.thread(), "Missed");
    await desk.workspace.idle();
    desk.workspace.deliverTo(desk.eventsUrl ?? "");
    const heard = ["1", "2", "3", "4", "5", "6", "7"];
    for (const text of heard) await desk.ana.reply(desk.thread(), text);
    await eventually(async () => (await desk.seen()).length === heard.length);
    desk.workspace.trouble.clear();
    await eventually(async () => (await desk.seen()).length === heard.length + 1);
    expect(await desk.seen()).toEqual([...heard, "Missed"]);
  });

  test("is an edit, and the visitor's message changes", async () => {
    const { ts } = await desk.ana.reply(desk.thread(), "It ships on Friday");
    await deaf();
    await desk.ana.edit({ channel: desk.channel, ts }, "It ships on Monday");
    await eventually(async () => (await desk.seen())[0] === "It ships on Monday");
  });

  test("is a new message that was edited at once, in its last words", async () => {
    await deaf();
    const { ts } = await desk.ana.reply(desk.thread(), "It ships on Friday");
    await desk.ana.edit({ channel: desk.channel, ts }, "It ships on Monday");
    await eventually(async () => (await desk.seen()).length > 0);
    await lookedAgain();
    expect(await desk.seen()).toEqual(["It ships on Monday"]);
  });

  test("is a deletion, and the visitor's message goes", async () => {
    await desk.ana.reply(desk.thread(), "One");
    const { ts } = await desk.ana.reply(desk.thread(), "Two");
    await desk.ana.reply(desk.thread(), "Three");
    await deaf();
    await desk.ana.delete({ channel: desk.channel, ts });
    await eventually(async () => (await desk.seen()).length === 2);
    await lookedAgain();
    expect(await desk.seen()).toEqual(["One", "Three"]);
  });

  test("is nothing that bots or the app wrote", async () => {
    await deaf();
    await desk.visitor.says("Are you there?");
    await desk.delivered();
    await lookedAgain();
    expect(await desk.said()).toEqual([]);
  });

  test("is not what was written while the conversation was closed", async () => {
    await close();
    await desk.ana.reply(desk.thread(), "Too late");
    await deaf();
    await eventually(() => desk.told().length > 0);
    await desk.visitor.says("One more thing");
    await desk.ana.reply(desk.thread(), "Yes?");
    await eventually(async () => (await desk.seen()).length > 0);
    await lookedAgain();
    expect(await desk.seen()).toEqual(["Yes?"]);
    expect(desk.told()).toHaveLength(1);
  });

  test("is not asked about again and again when it cannot be sent", async () => {
    await deaf();
    await desk.ana.reply(desk.thread(), "x".repeat(12_001));
    await eventually(() => desk.told().length > 0);
    await lookedAgain();
    await lookedAgain();
    expect(desk.told()).toHaveLength(1);
    expect(desk.told()[0]).toContain("Split it");
  });

  test("is not looked for in closed conversations", async () => {
    const closed = desk.thread().ts;
    const another = desk.otherVisitor();
    await another.says("Help");
    await another.asksForAPerson();
    await desk.delivered();
    await close();
    await desk.delivered();
    await lookedAgain();
    const before = reads();
    await lookedAgain();
    const later = desk.workspace.calls("conversations.replies").slice(before);
    expect(later.map(({ args }) => args.ts)).not.toContain(closed);
  });
});

describe("looking for what was missed", () => {
  test("goes on after Slack has failed, and waits as long as Slack asks", async () => {
    await start({ simulator: { retryDelaysMs: [] } });
    await deaf();
    desk.workspace.trouble.fail("conversations.replies", { status: 500, times: 3 });
    desk.workspace.trouble.fail("conversations.replies", { retryAfter: 1, times: 1 });
    await desk.ana.reply(desk.thread(), "One");
    await eventually(async () => (await desk.seen()).length === 1);
  });

  test("asks for no more at once than every app is given", async () => {
    await start({ simulator: { restrictedHistory: true, retryDelaysMs: [] } });
    await deaf();
    await desk.ana.reply(desk.thread(), "One");
    await eventually(() => reads() > 0);
    const limits = desk.workspace.calls("conversations.replies").map(({ args }) => Number(args.limit));
    expect(Math.max(...limits)).toBe(15);
  });

  test("happens when the socket is open again", async () => {
    await start({
      catchUp: { everyMs: 3_600_000, betweenMs: 0 },
      config: { appToken: "xapp-simulator", signingSecret: undefined },
      simulator: { retryDelaysMs: [] },
    });
    desk.workspace.trouble.down();
    desk.workspace.disconnectSockets();
    await eventually(() => desk.workspace.calls("apps.connections.open").length >= 2);
    await desk.ana.reply(desk.thread(), "One");
    desk.workspace.trouble.up();
    await eventually(async () => (await desk.seen()).length === 1);
  });
});

test("what was written while the app was down reaches the visitor when it is up again", async () => {
  const running = await startRunning({ slack: { retryDelaysMs: [] } });
  toStop = running;
  const visitor = await running.visitor();
  await visitor.asksForPerson();
  const thread = await eventually(() => running.slack.threads("support")[0]);
  await running.slack.idle();
  await running.stopApp();
  await running.slack.as("ana").reply(thread, "Sorry for the wait");
  await running.slack.idle();
  await running.startApp();
  const again = await running.visitor(visitor.token);
  await again.hears("Sorry for the wait");
  again.leaves();
});

test("what was missed in a thread the conversation has left is found as well, and relayed once", async () => {
  await start({ simulator: { retryDelaysMs: [], channels: ["support", "help"] } });
  const old = desk.thread();
  await desk.settings.change({ slackChannel: "#help" }, "Ana");
  await eventually(() => desk.workspace.threads("help")[0]?.replies.length);
  await desk.delivered();
  await deaf();
  await desk.ana.reply(old, "In the old thread");
  await eventually(async () => (await desk.seen()).length > 0);
  await lookedAgain();
  expect(await desk.seen()).toEqual(["In the old thread"]);
});
