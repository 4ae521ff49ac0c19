import { afterEach, describe, expect, test } from "vitest";
import { slackLooks } from "../../../src/channels/slack/check.ts";
import { manifestScopes } from "../../../src/channels/slack/install/scopes.ts";
import type { Check } from "../../../src/health/check.ts";
import { createDiscreet } from "../../../src/health/discreet.ts";
import { examine } from "../../../src/health/examine.ts";
import { createLog } from "../../../src/log.ts";
import { eventually, type SlackTeam, startTeam, type TeamOptions } from "./support.ts";

let team: SlackTeam;
afterEach(() => team.stop());

const scopes = manifestScopes("https://chat.example.com");

async function start(options: TeamOptions = {}): Promise<void> {
  team = await startTeam(options);
}

async function checks(): Promise<Check[]> {
  return examine(await team.slack.doctor.looks(), { timeoutMs: 5_000, discreet: createDiscreet([]) });
}

const check = async (name: string) => (await checks()).find((one) => one.name === name);

describe("the doctor", () => {
  test("finds a workspace that is set up as it should be", async () => {
    await start({ simulator: { scopes } });
    expect(await check("Slack token")).toMatchObject({
      state: "ok",
      detail: expect.stringMatching(/^Connected to .+ as @/),
    });
    expect(await check("Slack permissions")).toMatchObject({
      state: "ok",
      detail: `All ${scopes.length} are granted.`,
    });
    expect(await check("Slack channel")).toMatchObject({ state: "ok", detail: "The bot is in #support." });
    expect(await check("Slack clock")).toMatchObject({ state: "ok" });
  });

  test("names the permissions that are missing, and how to get them", async () => {
    await start({
      simulator: { scopes: scopes.filter((scope) => !["files:read", "emoji:read"].includes(scope)) },
    });
    const found = await check("Slack permissions");
    expect(found?.state).toBe("broken");
    expect(found?.detail).toMatch(
      /^Missing: emoji:read, files:read\. .*manifest\.yml.*Reinstall to Workspace/,
    );
  });

  test("says what goes without addresses where the app was installed before it asked for them", async () => {
    await start({ simulator: { scopes: scopes.filter((scope) => scope !== "users:read.email") } });
    const found = await check("Slack permissions");
    expect(found?.state).toBe("warn");
    expect(found?.detail).toMatch(/^Missing: users:read\.email\. .*is two agents.*manifest\.yml/);
  });

  test("says what to do about a token Slack does not accept, once", async () => {
    await start();
    team.workspace.trouble.revokeToken();
    const all = await checks();
    const broken = all.filter(({ name, state }) => name !== "Slack" && state === "broken");
    expect(broken).toMatchObject([
      { name: "Slack token", detail: expect.stringContaining("OAuth & Permissions") },
    ]);
  });

  test("says which channel is out of reach", async () => {
    await start({ config: { channel: "#nowhere" } });
    expect(await check("Slack channel")).toMatchObject({
      state: "broken",
      detail: expect.stringMatching(/sees no channel #nowhere/),
    });
  });

  test("knows when a post last went through", async () => {
    await start();
    expect(await check("Slack posts")).toMatchObject({ state: "off" });
    await team.visitor().asksForAPerson();
    await team.delivered();
    await eventually(async () => (await check("Slack posts"))?.state === "ok");
  });

  test("a post that Slack refused did not go through, and the channel takes none although the bot is in it", async () => {
    await start();
    team.workspace.trouble.fail("chat.postMessage", { error: "restricted_action", times: 50 });
    await team.visitor().asksForAPerson();
    await eventually(() => team.workspace.calls("chat.postMessage").length > 0);
    await team.delivered();
    expect(await check("Slack posts")).toMatchObject({ state: "off" });
    expect(await check("Slack channel")).toMatchObject({ state: "broken" });
  });
});

describe("what arrives from Slack", () => {
  test("no event so far: the Request URL is to be checked", async () => {
    await start();
    const found = await check("Slack events");
    expect(found?.state).toBe("warn");
    expect(found?.detail).toMatch(/No event has arrived.*https:\/\/chat\.example\.com\/slack\/events/);
  });

  test("commands alone do not prove that events arrive", async () => {
    await start();
    await team.ben.command("/handoff", "status");
    expect(await check("Slack events")).toMatchObject({
      state: "warn",
      detail: expect.stringMatching(/^Commands and buttons arrive, but no event has/),
    });
  });

  test("an event whose signature is right proves it", async () => {
    await start();
    await team.ana.post("support", "Good morning");
    await team.workspace.idle();
    expect(await check("Slack events")).toMatchObject({
      state: "ok",
      detail: expect.stringMatching(/^The last event came .+ ago, and its signature was right\.$/),
    });
  });

  test("a wrong signature points to the signing secret, until a right one comes", async () => {
    await start();
    const url = team.eventsUrl ?? "";
    const headers = {
      "content-type": "application/json",
      "x-slack-request-timestamp": String(Math.floor(Date.now() / 1_000)),
      "x-slack-signature": "v0=made-up",
    };
    const { status } = await fetch(url, { method: "POST", headers, body: "{}" });
    expect(status).toBe(401);
    expect(await check("Slack events")).toMatchObject({
      state: "broken",
      detail: expect.stringContaining("SLACK_SIGNING_SECRET"),
    });
    await team.ana.post("support", "Good morning");
    await team.workspace.idle();
    expect(await check("Slack events")).toMatchObject({ state: "ok" });
  });

  test("in Socket Mode no Request URL is asked for", async () => {
    const simulator = { appToken: "xapp-1" };
    await start({ simulator, config: { appToken: "xapp-1" } });
    const found = await check("Slack events");
    expect(found?.detail).toContain("Socket Mode");
    expect(found?.detail).not.toContain("Request URL");
  });
});

describe("the clock", () => {
  test.each([
    [0, "ok", "agree"],
    [2 * 60_000, "warn", "2 minutes ahead of Slack's"],
    [-2 * 60_000, "warn", "2 minutes behind Slack's"],
    [10 * 60_000, "broken", "10 minutes ahead of Slack's"],
  ])("%i ms from Slack's is %s", async (ms, state, words) => {
    await start();
    const { botToken, apiUrl } = team.workspace;
    const looks = slackLooks(
      { botToken, apiUrl, channel: "#support" },
      {
        publicUrl: "https://chat.example.com",
        chosenChannel: async () => "",
        log: createLog("silent"),
        now: () => Date.now() + ms,
      },
    );
    const found = await examine(looks, { timeoutMs: 5_000, discreet: createDiscreet([]) });
    expect(found.find(({ name }) => name === "Slack clock")).toMatchObject({
      state,
      detail: expect.stringContaining(words),
    });
  });
});
