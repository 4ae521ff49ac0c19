import { afterEach, describe, expect, test } from "vitest";
import { eventually, fromInbox, inboxAgent, type SlackTeam, startTeam, type TeamOptions } from "./support.ts";

let team: SlackTeam;
const open = async (options?: TeamOptions) => {
  team = await startTeam(options);
  return team;
};
afterEach(() => team.stop());

const replies = () => team.thread().replies.map(({ text }) => text);

async function handedOff(name = "Zoe") {
  const visitor = team.visitor(name);
  await visitor.says("Help");
  await visitor.asksForAPerson();
  return visitor;
}

describe("when an answer of Slack's is lost", () => {
  test("no second card is posted", async () => {
    await open();
    team.workspace.trouble.fail("chat.postMessage", { lostResponse: true });
    await handedOff();
    await team.delivered();
    expect(team.threads()).toHaveLength(1);
    expect(replies()).toHaveLength(1);
    expect(replies()[0]).toContain("Help");
  });

  test("nothing is said twice, and what came meanwhile is not lost", async () => {
    await open();
    const visitor = await handedOff();
    await team.delivered();
    team.workspace.trouble.fail("chat.postMessage", { lostResponse: true });
    await visitor.says("One");
    await eventually(() => replies().includes("One"));
    await visitor.says("Two");
    await team.delivered();
    expect(replies().slice(1)).toEqual(["One", "Two"]);
  });

  test("an agent who answers under a card we did not know of reaches the visitor", async () => {
    await open();
    const visitor = await handedOff();
    await team.delivered();
    const { ts } = team.thread();
    const link = `${team.workspace.teamId}/${team.workspace.channelId("support")}/${ts}`;
    const { conversationAt } = team.threads_;
    team.threads_.conversationAt = async (channel, externalId) =>
      externalId === link ? undefined : conversationAt.call(team.threads_, channel, externalId);
    await team.ana.reply(team.thread(), "Found you");
    await team.workspace.idle();
    expect((await team.store.find(visitor.id()))?.status).toBe("agent");
  });
});

describe("when Slack asks to wait", () => {
  test("the post waits, and comes once", async () => {
    await open();
    const visitor = await handedOff();
    await team.delivered();
    team.workspace.trouble.fail("chat.postMessage", { retryAfter: 1 });
    await visitor.says("One");
    await visitor.says("Two");
    await team.delivered();
    expect(replies().slice(1).join("\n")).toBe("One\nTwo");
    expect(team.slack.health().state).toBe("on");
  });

  test("nobody else posts to that channel either until the time is over", async () => {
    await open();
    const visitor = await handedOff();
    const other = await handedOff("Max");
    await team.delivered();
    team.workspace.trouble.fail("chat.postMessage", { retryAfter: 1 });
    await visitor.says("One");
    const refused = await eventually(() =>
      team.workspace.calls("chat.postMessage").find(({ outcome }) => outcome === "ratelimited"),
    );
    await other.says("Two");
    await team.delivered();
    const [next] = team.workspace.calls("chat.postMessage").filter(({ at }) => at > refused.at);
    expect((next?.at ?? 0) - refused.at).toBeGreaterThanOrEqual(990);
    expect([...team.threads()].flatMap(({ replies }) => replies.at(-1)?.text).sort()).toEqual(["One", "Two"]);
  });

  test("many handoffs at once keep Slack's pace, each with one card", async () => {
    await open({ simulator: { paced: true }, postIntervalMs: 1_000 });
    await Promise.all(["A", "B", "C"].map(handedOff));
    await team.delivered();
    expect(team.threads().map(({ replies: { length } }) => length)).toEqual([1, 1, 1]);
    const calls = team.workspace.calls("chat.postMessage");
    const posted = calls.filter(({ outcome }) => outcome === "ok");
    expect(posted).toHaveLength(6);
    // Six posts take five seconds; one that is on its way for long may meet the next.
    expect((posted.at(-1)?.at ?? 0) - (posted[0]?.at ?? 0)).toBeGreaterThan(4_500);
    expect(calls.length).toBeLessThanOrEqual(7);
    // The cards come first: agents see that somebody waits before they can read why.
    expect(posted.slice(0, 3).every(({ args }) => !("thread_ts" in args))).toBe(true);
  });
});

describe("when Slack cannot take our posts", () => {
  test("the product runs while Slack is down, and everything arrives when it is back", async () => {
    await open({ before: (slack) => slack.trouble.down() });
    const visitor = await handedOff();
    await visitor.says("Still there?");
    expect(team.slack.health()).toMatchObject({
      state: "starting",
      detail: "Slack does not answer. Trying again.",
    });
    team.workspace.trouble.up();
    await eventually(() => team.threads()[0]?.replies.length);
    expect(replies()).toHaveLength(1);
    expect(replies()[0]).toContain("Still there?");
  });

  test("an archived channel is reported with a remedy, and what waited arrives once it is opened again", async () => {
    await open();
    const visitor = await handedOff();
    await team.delivered();
    team.workspace.trouble.archive("support");
    await visitor.says("Hello?");
    await eventually(() => team.slack.health().state === "broken");
    expect(team.slack.health().detail).toContain("archived");
    team.workspace.trouble.clear();
    await eventually(() => replies().includes("Hello?"));
    await eventually(() => team.slack.health().state === "on");
  });

  test("a Slack that goes silent is reported, and everything arrives when it speaks again", async () => {
    await open();
    const visitor = await handedOff();
    await team.delivered();
    team.workspace.trouble.fail("chat.postMessage", { status: 503, times: 3 });
    await visitor.says("Hello?");
    await eventually(() => team.slack.health().state === "broken");
    expect(team.slack.health().detail).toContain("does not answer");
    await eventually(() => replies().includes("Hello?"));
    await eventually(() => team.slack.health().state === "on");
  });

  test("a wrong token is reported with where to find the right one", async () => {
    await open({ config: { botToken: "xoxb-wrong" } });
    expect(team.slack.health()).toMatchObject({ state: "broken" });
    expect(team.slack.health().detail).toContain("OAuth & Permissions");
  });

  test("a channel that does not exist is reported by name", async () => {
    await open({ config: { channel: "#supprot" } });
    expect(team.slack.health().detail).toContain("no channel #supprot");
  });

  test("the bot joins its public channel by itself, by name or id", async () => {
    await open({ simulator: { botIn: [] } });
    expect(team.slack.health()).toMatchObject({ state: "on" });
    await handedOff();
    await team.delivered();
    expect(team.threads()).toHaveLength(1);
  });

  test("a bot that was removed from the channel goes back in, and nothing is lost", async () => {
    await open();
    const visitor = await handedOff();
    await team.delivered();
    team.workspace.kick("support");
    await visitor.says("Hello?");
    await eventually(() => replies().includes("Hello?"));
  });

  test("words that Slack does not take as blocks arrive as plain text", async () => {
    await open();
    const visitor = await handedOff();
    await team.delivered();
    team.workspace.trouble.fail("chat.postMessage", { error: "invalid_blocks" });
    await visitor.says("Strange words");
    await team.delivered();
    expect(team.thread().replies.at(-1)).toMatchObject({ text: "Strange words", username: "Zoe" });
    const [refused, plain] = team.workspace.calls("chat.postMessage").slice(-2);
    expect([refused?.args, plain?.args].map((args) => args && "blocks" in args)).toEqual([true, false]);
  });
});

describe("a conversation that went on without people", () => {
  test("is shown in the channel again when the visitor asks again", async () => {
    await open();
    const visitor = await handedOff();
    await team.delivered();
    const act = { conversationId: visitor.id(), agent: inboxAgent };
    await team.conversations.handBack({ ...act, source: fromInbox() });
    await team.delivered();
    await visitor.asksForAPerson("Asked again");
    await team.delivered();
    const last = team.thread().replies.at(-1);
    expect(last?.text).toContain("Asked again");
    expect(last?.subtype ?? "thread_broadcast").toBe("thread_broadcast");
    expect(team.workspace.calls("chat.postMessage").at(-1)?.args).toMatchObject({ reply_broadcast: "true" });
    await eventually(() => JSON.stringify(team.thread().blocks).includes("Asked again"));
  });
});

test("a message too long for one post goes on where it was interrupted", async () => {
  await open();
  const visitor = await handedOff();
  await team.delivered();
  const words = Array.from({ length: 1_700 }, (_, at) => `word${at}`)
    .join(" ")
    .slice(0, 12_000);
  team.workspace.trouble.fail("chat.postMessage", { delayMs: 1 });
  team.workspace.trouble.fail("chat.postMessage", { retryAfter: 1 });
  await visitor.says(words);
  await team.delivered();
  expect(replies()).toHaveLength(3);
  const shown = replies().slice(1).join(" ");
  for (const word of ["word0 ", "word800 ", "word1300 "]) expect(shown.split(word)).toHaveLength(2);
});
