import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;

beforeEach(async () => {
  team = await startTeam({
    config: { appToken: "xapp-simulator", signingSecret: undefined },
    simulator: { retryDelaysMs: [20, 40, 80], ackTimeoutMs: 300 },
  });
  visitor = team.visitor("Zoe");
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await team.delivered();
});
afterEach(() => team.stop());

const texts = async () =>
  (await team.store.eventsAfter(visitor.id(), 0)).flatMap((event) =>
    event.type === "message.posted" && event.message.author.kind === "agent" ? [event.message.text] : [],
  );

test("replies, buttons and commands come over the socket, and there is nothing to mount", async () => {
  expect(team.slack.router).toBeUndefined();
  await eventually(async () => (await team.ana.click(team.thread(), "Claim")).failed === undefined);
  await team.ana.reply(team.thread(), "Hello");
  await team.workspace.idle();
  expect(await texts()).toEqual(["Hello"]);
  expect((await team.ana.command("/handoff", "status"))?.text).toContain("Live handoff is on");
});

test("what could not be stored is not acknowledged, so Slack sends it again", async () => {
  const { record } = team.store;
  let failures = 2;
  team.store.record = async (change) => {
    if (failures-- > 0) throw new Error("The disk is full.");
    return record.call(team.store, change);
  };
  await team.ana.reply(team.thread(), "Hello");
  await team.workspace.idle();
  expect(await texts()).toEqual(["Hello"]);
});

test("a connection that Slack ends is opened again at once", async () => {
  const connections = () => team.workspace.calls("apps.connections.open").length;
  await eventually(() => connections() === 1);
  team.workspace.disconnectSockets();
  await eventually(() => connections() === 2);
  await eventually(async () => (await team.ana.click(team.thread(), "Claim")).failed === undefined);
  expect((await team.store.find(visitor.id()))?.agent?.name).toBe("Ana");
});

test("while Slack is away nothing breaks, and the connection comes back with it", async () => {
  await eventually(() => team.workspace.calls("apps.connections.open").length === 1);
  team.workspace.trouble.down();
  team.workspace.disconnectSockets();
  await eventually(() => team.workspace.calls("apps.connections.open").length >= 2);
  team.workspace.trouble.up();
  await eventually(async () => (await team.ana.click(team.thread(), "Claim")).failed === undefined);
});

test("an app token that Slack does not accept is reported with where to find the right one", async () => {
  const other = await startTeam({ config: { appToken: "xapp-wrong", signingSecret: undefined } });
  try {
    await eventually(() => other.slack.health().state === "broken");
    expect(other.slack.health().detail).toContain("SLACK_APP_TOKEN");
  } finally {
    await other.stop();
  }
});
