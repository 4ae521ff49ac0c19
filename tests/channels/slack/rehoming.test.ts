import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackSimulator } from "../../slack-simulator/index.ts";
import { noPostgres, postgresDatabase } from "../../support/databases.ts";
import { eventually, fromInbox, inboxAgent } from "./support.ts";
import { type Node, startWorkspaces, type Workspaces } from "./workspaces-support.ts";

let team: Workspaces;
beforeEach(async () => {
  team = await startWorkspaces();
});
afterEach(() => team.stop());

async function waiting(node: Node, name = "Zoe") {
  const visitor = node.visitor(name);
  await visitor.says("My parcel is lost");
  await visitor.asksForAPerson();
  await node.delivered();
  return visitor;
}

const threadIn = (slack: SlackSimulator, channel: string, at = 0) => {
  const thread = slack.threads(channel)[at];
  if (!thread) throw new Error(`There is no thread ${at} in #${channel}.`);
  return thread;
};
const textsIn = (slack: SlackSimulator, channel: string, at = 0) =>
  threadIn(slack, channel, at).replies.map(({ text }) => text);

const moved = (slack: SlackSimulator, channel: string, at = 0) =>
  eventually(() => {
    const texts = slack.threads(channel)[at]?.replies.map(({ text }) => text) ?? [];
    return texts.some((text) => text.includes("It goes on")) ? texts : undefined;
  });

const said = async (node: Node, id: string) =>
  (await node.store.eventsAfter(id, 0)).flatMap((event) =>
    event.type === "message.posted" && event.message.author.kind === "agent" && !event.message.note
      ? [event.message.text]
      : [],
  );

describe("when the first message of a thread is deleted", () => {
  test("the conversation goes on in a new thread with all that was said, and the threads point at each other", async () => {
    const node = await team.start();
    const visitor = await waiting(node);
    const old = threadIn(team.acme, "support");
    await team.acme.as("ana").reply(old, "We are looking for it");
    await team.idle();
    await team.acme.as("ana").delete(old);
    const texts = await moved(team.acme, "support", 1);

    expect(texts[0]).toMatch(/^Continued from /);
    expect(texts.join("\n")).toContain("My parcel is lost");
    expect(texts.join("\n")).toContain("We are looking for it");
    await eventually(() => textsIn(team.acme, "support").at(-1)?.startsWith("Continued in <http"));
    await node.delivered();
    await visitor.says("Any news?");
    await node.delivered();
    expect(textsIn(team.acme, "support", 1).at(-1)).toContain("Any news?");
    expect(textsIn(team.acme, "support").join()).not.toContain("Any news?");
    expect(team.acme.threads("support")).toHaveLength(2);
  });

  test("replies in both threads reach the visitor", async () => {
    const node = await team.start();
    const visitor = await waiting(node);
    const old = threadIn(team.acme, "support");
    await team.acme.as("ana").delete(old);
    await moved(team.acme, "support", 1);
    await node.delivered();
    await team.acme.as("ana").reply(old, "From the old thread");
    await team.idle();
    await team.acme.as("ben").reply(threadIn(team.acme, "support", 1), "From the new thread");
    await team.idle();
    expect(await said(node, visitor.id())).toEqual(["From the old thread", "From the new thread"]);
    await node.delivered();
    // Who follows the new thread must know what the visitor was told in the old one.
    const quoted = textsIn(team.acme, "support", 1).filter((text) => text.includes("From the old thread"));
    expect(quoted).toEqual([expect.stringContaining("wrote in the earlier thread")]);
  });

  test("what is written in the old thread while the new one is being filled stands in the new one, once", async () => {
    const node = await team.start();
    const visitor = await waiting(node);
    const old = threadIn(team.acme, "support");
    const { move } = node.threads;
    node.threads.move = async (...where) => {
      node.threads.move = move;
      await team.acme.as("ana").reply(old, "At the last moment");
      await team.idle();
      return move.call(node.threads, ...where);
    };
    await team.acme.as("ana").delete(old);
    await moved(team.acme, "support", 1);
    await node.delivered();
    expect(await said(node, visitor.id())).toEqual(["At the last moment"]);
    await eventually(() =>
      textsIn(team.acme, "support", 1).some((text) => text.includes("At the last moment")),
    );
    await node.delivered();
    expect(
      textsIn(team.acme, "support", 1).filter((text) => text.includes("At the last moment")),
    ).toHaveLength(1);
  });

  test("it moves once, however often Slack says so", async () => {
    const node = await team.start();
    await waiting(node);
    const old = threadIn(team.acme, "support");
    const gone = await team.acme.as("ana").delete(old);
    team.acme.redeliver(gone);
    team.acme.redeliver(gone, { newEventId: true });
    await moved(team.acme, "support", 1);
    await team.idle();
    await node.delivered();
    expect(team.acme.threads("support")).toHaveLength(2);
  });

  test("a closed conversation stays where it is until it is opened again", async () => {
    const node = await team.start();
    const visitor = await waiting(node);
    const act = { conversationId: visitor.id(), agent: inboxAgent };
    await node.conversations.close({ ...act, source: fromInbox() });
    await node.delivered();
    await team.acme.as("ana").delete(threadIn(team.acme, "support"));
    await team.idle();
    await node.delivered();
    expect(team.acme.threads("support")).toHaveLength(1);

    await node.conversations.reopen({ ...act, source: fromInbox() });
    await eventually(() => team.acme.threads("support").length === 2);
    await node.delivered();
    expect(textsIn(team.acme, "support", 1).join("\n")).toContain("My parcel is lost");
  });

  test("a lost answer of Slack's makes neither a second card nor a second pointer", async () => {
    const node = await team.start();
    await waiting(node);
    team.acme.trouble.fail("chat.postMessage", { lostResponse: true, times: 4 });
    await team.acme.as("ana").delete(threadIn(team.acme, "support"));
    await eventually(async () => {
      const conversation = await node.threads.openUnder("slack", "", 5);
      return conversation[0]?.externalId.endsWith(team.acme.threads("support")[1]?.ts ?? "none");
    });
    await node.delivered();
    expect(team.acme.threads("support")).toHaveLength(2);
    const [first, ...others] = textsIn(team.acme, "support", 1);
    expect(first).toMatch(/^Continued from /);
    expect(others.filter((text) => text.startsWith("Continued from "))).toEqual([]);
    expect(others.filter((text) => text.includes("My parcel is lost"))).toHaveLength(1);
    expect(textsIn(team.acme, "support").filter((text) => text.startsWith("Continued in "))).toHaveLength(1);
  });

  test("what was begun before a crash is finished after it", async () => {
    const node = await team.start();
    const visitor = await waiting(node);
    const { move } = node.threads;
    node.threads.move = async () => {
      throw new Error("The power is gone.");
    };
    await team.acme.as("ana").delete(threadIn(team.acme, "support"));
    await moved(team.acme, "support", 1);
    await node.stop();
    node.threads.move = move;
    const next = await team.start();
    await eventually(async () => {
      const at = await next.threads.find("slack", visitor.id());
      return at?.endsWith(threadIn(team.acme, "support", 1).ts);
    });
    await next.delivered();
    expect(team.acme.threads("support")).toHaveLength(2);
    const texts = textsIn(team.acme, "support", 1);
    expect(texts.filter((text) => text.includes("My parcel is lost"))).toHaveLength(1);
  });
});

test.skipIf(noPostgres)("two nodes make one new thread", async () => {
  const several = await startWorkspaces(postgresDatabase);
  try {
    const [one, other] = [await several.start(), await several.start()];
    const visitors = await Promise.all(["A", "B", "C"].map((name) => waiting(one, name)));
    await one.settings.change({ slackChannel: "#help" }, "Ana");
    await eventually(() => several.acme.threads("help").length === 3);
    for (const visitor of visitors) await visitor.says("Still there?");
    await Promise.all([one.delivered(), other.delivered()]);
    expect(several.acme.threads("help")).toHaveLength(3);
    for (const at of [0, 1, 2]) {
      const texts = textsIn(several.acme, "help", at);
      expect(texts.filter((text) => text.startsWith("Continued from "))).toHaveLength(1);
      expect(texts.filter((text) => text.includes("My parcel is lost"))).toHaveLength(1);
      expect(texts.filter((text) => text.includes("Still there?"))).toHaveLength(1);
      expect(textsIn(several.acme, "support", at).at(-1)).toMatch(/^Continued in </);
    }
  } finally {
    await several.stop();
  }
});

test("when another app takes the place of the first, open conversations go on in threads whose buttons work", async () => {
  const before = await team.start();
  const visitor = await waiting(before);
  const old = threadIn(team.acme, "support");
  await team.acme.as("ana").reply(old, "We are looking for it");
  await team.idle();
  await before.delivered();
  await before.stop();
  team.acme.replaceApp();

  const node = await team.start();
  const act = { conversationId: visitor.id(), agent: inboxAgent };
  await node.conversations.reply({ ...act, text: "Still looking", source: fromInbox() });
  const texts = await moved(team.acme, "support", 1);
  await node.delivered();
  for (const text of ["My parcel is lost", "We are looking for it", "Still looking"])
    expect(texts.join("\n")).toContain(text);
  expect(texts[0]).toMatch(/^Continued from </);
  await eventually(() => textsIn(team.acme, "support").at(-1)?.startsWith("Continued in <http"));

  const young = threadIn(team.acme, "support", 1);
  await team.acme.as("ben").click(young, "Close");
  await eventually(async () => (await node.store.find(visitor.id()))?.status === "closed");
  await node.conversations.reopen({ ...act, source: fromInbox() });
  await team.acme.as("ana").reply(old, "Found, from the old thread");
  await team.idle();
  expect(await said(node, visitor.id())).toContain("Found, from the old thread");
  await node.delivered();
  expect(team.acme.threads("support")).toHaveLength(2);
});

test("what waits to be sent, or is a note, in a thread the conversation has left stands in its new one, too", async () => {
  const node = await team.start();
  const visitor = await waiting(node);
  const old = threadIn(team.acme, "support");
  await node.settings.change({ slackChannel: "#help", holdSeconds: 1 }, "Ana");
  await moved(team.acme, "help");
  await node.delivered();
  await team.acme.as("ana").reply(old, "From the old thread");
  await team.acme.as("ana").reply(old, "note: she is a VIP");
  await eventually(() => {
    const texts = textsIn(team.acme, "help").join("\n");
    return texts.includes("wrote in the earlier thread") && texts.includes("noted in the earlier thread");
  });
  expect(await said(node, visitor.id())).toEqual(["From the old thread"]);
  expect(textsIn(team.acme, "help").filter((text) => text.includes("From the old thread"))).toHaveLength(1);
  await node.delivered();
});

test("a reply in a thread the conversation has left counts after a restart, too", async () => {
  const before = await team.start();
  const visitor = await waiting(before);
  await before.settings.change({ slackChannel: "#help" }, "Ana");
  await moved(team.acme, "help");
  await before.delivered();
  await before.stop();
  const node = await team.start();
  await team.acme.as("ana").reply(threadIn(team.acme, "support"), "From the old thread");
  await team.idle();
  expect(await said(node, visitor.id())).toEqual(["From the old thread"]);
  await node.delivered();
});

describe("when the channel changes", () => {
  test("open conversations move to it by themselves, closed ones when they are opened again", async () => {
    const node = await team.start();
    const [open, closed] = [await waiting(node, "Open"), await waiting(node, "Closed")];
    const act = { conversationId: closed.id(), agent: inboxAgent };
    await node.conversations.close({ ...act, source: fromInbox() });
    await node.delivered();
    await node.settings.change({ slackChannel: "#help" }, "Ana");
    await moved(team.acme, "help");
    await node.delivered();
    expect(team.acme.threads("help")).toHaveLength(1);
    expect((await node.threads.find("slack", open.id()))?.split("/")[1]).toBe(team.acme.channelId("help"));
    expect(textsIn(team.acme, "support").at(-1)).toMatch(/^Continued in </);
    await eventually(() => threadIn(team.acme, "support").text.includes("goes on in <http"));
    expect(JSON.stringify(threadIn(team.acme, "support").blocks)).not.toContain("button");

    await closed.says("One more thing");
    await closed.asksForAPerson();
    await eventually(() => team.acme.threads("help").length === 2);
    await node.delivered();
    expect(textsIn(team.acme, "help", 1).join("\n")).toContain("One more thing");
  });

  test("while the app is not running, open conversations move when it starts", async () => {
    const before = await team.start();
    await waiting(before);
    await before.stop();
    const node = await team.start({ config: { channel: "#help" } });
    await moved(team.acme, "help");
    await node.delivered();
    expect(team.acme.threads("help")).toHaveLength(1);
  });

  test("a channel that does not exist moves nothing, and is reported", async () => {
    const node = await team.start();
    const visitor = await waiting(node);
    await node.settings.change({ slackChannel: "#hlep" }, "Ana");
    await eventually(() => node.slack.health().detail.includes("no channel #hlep"));
    await visitor.says("Hello?");
    await node.delivered();
    expect(textsIn(team.acme, "support").at(-1)).toContain("Hello?");
  });

  test("and changes back, the conversation comes back as well, in a thread of its own", async () => {
    const node = await team.start();
    await waiting(node);
    await node.settings.change({ slackChannel: "#help" }, "Ana");
    await moved(team.acme, "help");
    await node.delivered();
    await node.settings.change({ slackChannel: "#support" }, "Ana");
    await moved(team.acme, "support", 1);
    await node.delivered();
    expect(team.acme.threads("support")).toHaveLength(2);
    expect(team.acme.threads("help")).toHaveLength(1);
  });
});

test("a conversation from before Slack was connected gets its thread, complete, when something happens in it", async () => {
  const before = await team.start({ isDeaf: true });
  const visitor = before.visitor();
  await visitor.says("My parcel is lost");
  await visitor.asksForAPerson();
  await before.stop();
  const node = await team.start();
  await node.delivered();
  expect(team.acme.threads("support")).toEqual([]);
  const act = { conversationId: visitor.id(), agent: inboxAgent };
  await node.conversations.reply({ ...act, text: "We look for it", source: fromInbox() });
  await node.delivered();
  const texts = textsIn(team.acme, "support").join("\n");
  expect(texts).toContain("My parcel is lost");
  expect(texts).toContain("We look for it");
});
