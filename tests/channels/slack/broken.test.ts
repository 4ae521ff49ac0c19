import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackSimulator } from "../../slack-simulator/index.ts";
import { eventually } from "./support.ts";
import { type Node, startWorkspaces, type Workspaces } from "./workspaces-support.ts";

let team: Workspaces;
let node: Node;
beforeEach(async () => {
  team = await startWorkspaces();
});
afterEach(() => team.stop());

async function handedOff(name = "Zoe") {
  const visitor = node.visitor(name);
  await visitor.says("My parcel is lost");
  await visitor.asksForAPerson();
  await node.delivered();
  return visitor;
}

const idOf = (slack: SlackSimulator, name: string) => slack.as(name).userId;
const alarms = () => node.log.entries.filter(({ message }) => message === "slack is broken");
const health = () => node.slack.health();
const texts = (channel: string, at = 0) =>
  team.acme.threads(channel)[at]?.replies.map(({ text }) => text) ?? [];
const directMessages = (name: string) =>
  team.acme
    .as(name)
    .inbox()
    .map(({ text }) => text);

describe("an archived channel", () => {
  beforeEach(async () => {
    node = await team.start();
    await node.settings.change({ slackAdmins: [idOf(team.acme, "ben")] }, "Ana");
  });

  test("is reported at once with its name and the remedy, in one line of the log and one message to each admin", async () => {
    await handedOff();
    team.acme.trouble.archive("support");
    await eventually(() => health().state === "broken");
    expect(health().detail).toMatch(/#support is archived.*\/handoff channel #name/);
    await eventually(() => directMessages("ben").length === 1);
    expect(directMessages("ben")[0]).toContain("#support is archived");

    for (const name of ["A", "B", "C"]) await handedOff(name);
    expect(alarms()).toHaveLength(1);
    expect(directMessages("ben")).toHaveLength(1);
    const [lane] = await node.lanes.depth();
    expect(lane).toMatchObject({ waiting: 0, dead: 3 });
  });

  test("that is opened again gets everything that waited, at once", async () => {
    const visitor = await handedOff();
    team.acme.trouble.archive("support");
    await eventually(() => health().state === "broken");
    await visitor.says("Hello?");
    await handedOff("Other");
    team.acme.trouble.clear();
    await eventually(() => texts("support").includes("Hello?") && team.acme.threads("support").length === 2);
    await eventually(() => health().state === "on");
    await node.delivered();
    expect((await node.lanes.depth()).find(({ listener }) => listener === "slack")?.dead ?? 0).toBe(0);
  });

  test("may be left for another one, and nothing is lost", async () => {
    const visitor = await handedOff();
    team.acme.trouble.archive("support");
    await eventually(() => health().state === "broken");
    await visitor.says("Hello?");
    await node.delivered();
    await node.settings.change({ slackChannel: "#help" }, "Ana");
    await eventually(() => texts("help").some((text) => text.includes("Hello?")));
    expect(texts("help")[0]).toMatch(/^Continued from /);
    await eventually(() => health().state === "on");
    expect(health().detail).toContain("#help");
  });
});

test("a bot that was thrown out of a public channel is back at once, and nobody is alarmed", async () => {
  node = await team.start();
  const visitor = await handedOff();
  team.acme.kick("support");
  await team.idle();
  await visitor.says("Hello?");
  await eventually(() => texts("support").includes("Hello?"));
  expect(alarms()).toEqual([]);
});

test("a bot that cannot go back in by itself is missed at once, and at work again as soon as somebody invites it", async () => {
  node = await team.start();
  const visitor = await handedOff();
  team.acme.trouble.fail("conversations.join", { error: "missing_scope", times: 100 });
  team.acme.kick("support");
  await eventually(() => health().state === "broken");
  expect(health().detail).toContain("lacks the permission");
  await visitor.says("Hello?");
  await node.delivered();
  // Two calls each time it looks; by itself it looks again only after four seconds.
  await eventually(() => team.acme.calls("conversations.join").length >= 6);
  team.acme.invite("support");
  await eventually(() => texts("support").includes("Hello?"), 2_500);
  await eventually(() => health().state === "on");
  expect(node.log.entries.filter(({ message }) => message === "slack works again")).toHaveLength(1);
});

test("a bot token that is revoked is reported with where to find another, once", async () => {
  node = await team.start();
  await handedOff();
  team.acme.trouble.revokeToken();
  await eventually(() => health().state === "broken");
  expect(health().detail).toContain("OAuth & Permissions");
  for (const name of ["A", "B"]) await handedOff(name);
  expect(alarms()).toHaveLength(1);
  team.acme.trouble.clear();
  await eventually(() => team.acme.threads("support").length === 3);
  await eventually(() => health().state === "on");
});

test("a permission that is missing is named, and a post that goes through ends the alarm", async () => {
  node = await team.start();
  const visitor = await handedOff();
  team.acme.trouble.fail("chat.postMessage", { error: "restricted_action" });
  await visitor.says("Hello?");
  await eventually(() => health().state === "broken");
  expect(health().detail).toContain("let the app post in this channel");
  await handedOff("Other");
  await node.delivered();
  expect(alarms()).toHaveLength(1);
  await visitor.says("Are you there?");
  await eventually(() => texts("support").some((text) => text.includes("Are you there?")));
  await eventually(() => health().state === "on");
  await eventually(() => team.acme.threads("support").length === 2);
});

test("what belongs to the workspace of the bot token waits for it, and never goes to another company's", async () => {
  node = await team.start({ admin: true });
  const visitor = await handedOff();
  await node.installs("T0BETA");
  team.acme.trouble.uninstall();
  await eventually(() => health().state === "broken");
  expect(health().detail).toMatch(/removed|revoked/);
  await visitor.says("Hello?");
  await handedOff("Other");
  expect([...team.beta.messages("support"), ...team.beta.messages("helpdesk")]).toEqual([]);

  team.acme.trouble.clear();
  await node.installs("T0ACME");
  await eventually(() => texts("support").includes("Hello?"));
  await eventually(() => team.acme.threads("support").length === 2);
  await eventually(() => health().state === "on");
});

test("when the usual workspace removes the app, the next one has all that is open, with its history", async () => {
  const config = { botToken: undefined, channel: "#support" };
  node = await team.start({ config, admin: true });
  await node.installs("T0ACME");
  await node.installs("T0BETA");
  const visitor = await handedOff();
  team.acme.trouble.uninstall();
  await eventually(() => team.beta.threads("support")[0]?.replies.length);
  await node.delivered();
  const thread = team.beta.threads("support")[0] ?? never();
  expect(thread.replies.map(({ text }) => text).join("\n")).toContain("My parcel is lost");
  await team.beta.as("ana").reply(thread, "We found it");
  await team.idle();
  expect((await node.store.find(visitor.id()))?.agent?.id).toContain("slack:T0BETA/");
  expect(health().state).toBe("on");
});

test("one broken workspace is named beside one that works", async () => {
  node = await team.start({ admin: true });
  await node.installs("T0BETA");
  await node.sites.add({ key: "shop", name: "Shop" });
  await node.sites.change("shop", { slack: { team: "T0BETA", channel: team.beta.channelId("helpdesk") } });
  await eventually(() => health().detail.includes("#helpdesk in Beta"));
  team.beta.trouble.archive("helpdesk");
  await eventually(() => health().state === "broken");
  expect(health().detail).toMatch(/^Beta: .*#helpdesk is archived/);
  await handedOff();
  expect(team.acme.threads("support")).toHaveLength(1);
});

function never(): never {
  throw new Error("There is no thread.");
}
