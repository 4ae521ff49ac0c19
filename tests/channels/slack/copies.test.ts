import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fromInbox, inboxAgent, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;
beforeEach(async () => {
  team = await startTeam();
  visitor = team.visitor("Zoe");
});
afterEach(() => team.stop());

const replies = () => team.thread().replies;
const texts = () => replies().map(({ text }) => text);
const shown = (index = -1) => JSON.stringify(replies().at(index)?.blocks);

const visitorSays = async (text: string) => {
  const { events } = await visitor.says(text);
  const [event] = events;
  if (event?.type !== "message.posted") throw new Error("Nothing was said.");
  return event.message.id;
};
const byVisitor = () => ({
  ...{ siteKey: "default", visitor: visitor.visitor, by: { kind: "visitor" as const } },
  source: { via: "widget", externalId: randomUUID() },
});
const visitorEdits = (messageId: string, text: string) =>
  team.conversations.edit({ ...byVisitor(), messageId, text });
const visitorDeletes = (messageId: string) => team.conversations.remove({ ...byVisitor(), messageId });
const byChris = () => ({ conversationId: visitor.id(), by: { kind: "agent" as const, ...inboxAgent } });
const agentSays = async (text: string) => {
  const { events } = await team.conversations.reply({
    ...{ conversationId: visitor.id(), agent: inboxAgent, text, source: fromInbox() },
  });
  const [event] = events;
  if (event?.type !== "message.posted") throw new Error("Nothing was said.");
  return event.message.id;
};
const handedOff = async (...said: string[]) => {
  const ids: string[] = [];
  for (const text of said) ids.push(await visitorSays(text));
  await visitor.asksForAPerson();
  await team.delivered();
  return ids;
};

describe("when the visitor changes their words", () => {
  test("the post changes in place, and says so", async () => {
    await handedOff("Help");
    const id = await visitorSays("My order is 123");
    await team.delivered();
    await visitorEdits(id, "My order is <124>");
    await team.delivered();
    expect(texts().slice(1)).toEqual(["My order is &lt;124&gt; (edited)"]);
    expect(shown()).toContain("My order is <124>");
    expect(shown()).toContain("(edited)");
    expect(replies().at(-1)?.username).toBe("Zoe");
  });

  test("only their words change in a post of many", async () => {
    const [, second = ""] = await handedOff("One", "Two", "Three");
    await visitorEdits(second, "Zwei");
    await team.delivered();
    expect(replies()).toHaveLength(1);
    expect(texts()[0]?.split("\n").slice(0, 3)).toEqual(["One", "Zwei (edited)", "Three"]);
    expect(team.workspace.calls("chat.postMessage")).toHaveLength(2);
  });

  test("before the thread is opened, it is opened with their last words", async () => {
    const id = await visitorSays("Frist");
    const gone = await visitorSays("My password is 1234");
    await visitorEdits(id, "First");
    await visitorDeletes(gone);
    await handedOff("Second");
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain("First (edited)\nSecond");
    expect(JSON.stringify(team.workspace.messages("support"))).not.toContain("1234");
  });

  test("words that were not delivered yet are posted as they stand", async () => {
    await handedOff("Help");
    team.workspace.trouble.fail("chat.postMessage", { retryAfter: 1 });
    const id = await visitorSays("Frist");
    await visitorEdits(id, "First");
    await team.delivered();
    expect(texts().slice(1)).toEqual(["First (edited)"]);
    expect(team.workspace.calls("chat.update").map(({ args }) => args.text)).not.toContain("First (edited)");
  });

  test("words that outgrow their post go on in a new one, and come back when they shrink", async () => {
    const [first = ""] = await handedOff("Short", "x ".repeat(3_000), "End");
    const long = Array.from({ length: 1_400 }, (_, at) => `w${at}`).join(" ");
    await visitorEdits(first, long);
    await team.delivered();
    expect(replies()).toHaveLength(2);
    const all = replies()
      .map(({ blocks }) => JSON.stringify(blocks))
      .join(" ");
    for (const word of ["w0 ", "w900 ", "w1399"]) expect(all.split(word)).toHaveLength(2);
    expect(shown(0)).toContain("goes on in a later reply");
    expect(shown(0)).toContain("End");

    await visitorEdits(first, "Short again");
    await team.delivered();
    expect(replies()).toHaveLength(1);
    expect(texts()[0]).toContain("Short again (edited)");
    expect(shown(0)).not.toContain("goes on");
  });

  test("the text of a long post stays within what Slack takes for a change", async () => {
    const [first = ""] = await handedOff("One", "<&> ".repeat(1_900));
    await visitorEdits(first, "Eins");
    await team.delivered();
    expect(texts()[0]).toMatch(/^Eins \(edited\)/);
    expect(texts()[0]?.length).toBeLessThanOrEqual(4_000);
    expect(team.workspace.calls("chat.update").every(({ outcome }) => outcome === "ok")).toBe(true);
  });
});

describe("when a message is deleted", () => {
  test("a post with nothing else in it is gone", async () => {
    await handedOff("Help");
    const id = await visitorSays("My password is 1234");
    await team.delivered();
    await visitorDeletes(id);
    await team.delivered();
    expect(JSON.stringify(team.workspace.messages("support"))).not.toContain("1234");
    expect(replies()).toHaveLength(1);
  });

  test("a post that Slack does not let us delete says that it was", async () => {
    await handedOff("Help");
    const id = await visitorSays("My password is 1234");
    await team.delivered();
    team.workspace.trouble.fail("chat.delete", { error: "cant_delete_message" });
    await visitorDeletes(id);
    await team.delivered();
    expect(texts().slice(1)).toEqual(["This message was deleted."]);
    expect(shown()).toBeUndefined();
  });

  test("what else stands in its post stays", async () => {
    const [first = ""] = await handedOff("One", "Two");
    await visitorDeletes(first);
    await team.delivered();
    expect(texts()[0]).toMatch(/^Two\n/);
    expect(shown(0)).not.toContain("One");
  });

  test("a post that somebody deleted in Slack is left alone, and what comes next arrives", async () => {
    await handedOff("Help");
    const id = await visitorSays("One");
    await team.delivered();
    team.workspace.trouble.fail("chat.update", { error: "message_not_found" });
    await visitorEdits(id, "Eins");
    await visitorSays("Two");
    await team.delivered();
    expect(texts().at(-1)).toBe("Two");
  });
});

describe("when somebody in the inbox changes a reply", () => {
  test("it changes in the thread", async () => {
    await handedOff("Help");
    const messageId = await agentSays("It costs 10");
    await team.delivered();
    await team.conversations.edit({ ...byChris(), messageId, text: "It costs **12**", source: fromInbox() });
    await team.delivered();
    expect(texts().at(-1)).toBe("It costs **12** (edited)");
    expect(shown()).toContain('"bold":true');
  });

  test("and makes it internal, the thread marks it", async () => {
    await handedOff("Help");
    const messageId = await agentSays("They seem angry");
    await team.delivered();
    await team.conversations.makeInternal({
      ...{ conversationId: visitor.id(), by: inboxAgent, messageId, source: fromInbox() },
    });
    await team.delivered();
    expect(texts().at(-1)).toBe("🔒 internal: They seem angry");
    expect(shown()).toContain("🔒 internal");
  });
});

test("what an agent wrote in Slack and somebody in the inbox deletes is said to be gone at the visitor's", async () => {
  await handedOff("Help");
  await team.ana.reply(team.thread(), "It costs nothing");
  await team.workspace.idle();
  const events = await team.store.eventsAfter(visitor.id(), 0);
  const said = events.findLast(({ type }) => type === "message.posted");
  const messageId = said?.type === "message.posted" ? said.message.id : "";
  await team.conversations.remove({ ...byChris(), messageId, source: fromInbox() });
  await team.delivered();
  expect(texts().at(-1)).toBe("Chris Inbox deleted “It costs nothing”. The visitor no longer has it.");
});

describe("when something fails on the way", () => {
  test("a post whose answer was lost is found again, and changed", async () => {
    await handedOff("Help");
    team.workspace.trouble.fail("chat.postMessage", { lostResponse: true });
    const id = await visitorSays("One");
    await team.delivered();
    await visitorEdits(id, "Eins");
    await team.delivered();
    expect(texts().slice(1)).toEqual(["Eins (edited)"]);
  });

  test("a change that Slack does not take at once is made later, once", async () => {
    await handedOff("Help");
    const id = await visitorSays("One");
    await team.delivered();
    team.workspace.trouble.fail("chat.update", { retryAfter: 1 });
    await visitorEdits(id, "Eins");
    await visitorSays("Two");
    await team.delivered();
    expect(texts().slice(1)).toEqual(["Eins (edited)", "Two"]);
  });

  test("where posts may no longer be changed, the new words are said below", async () => {
    await handedOff("Help");
    const id = await visitorSays("One");
    await team.delivered();
    team.workspace.trouble.fail("chat.update", { error: "edit_window_closed" });
    await visitorEdits(id, "Eins");
    await team.delivered();
    expect(texts().slice(1)).toEqual(["One", "Eins (edited)"]);
  });
});
