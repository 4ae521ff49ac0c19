import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSeal } from "../../../src/channels/slack/install/seal.ts";
import { eventually } from "./support.ts";
import { startWorkspaces, type Workspaces } from "./workspaces-support.ts";

let team: Workspaces;
beforeEach(async () => {
  team = await startWorkspaces();
});
afterEach(() => team.stop());

const onlyOauth = { botToken: undefined, channel: undefined };

describe("before any workspace has installed the app", () => {
  test("it says where to install it", async () => {
    const { slack } = await team.start({ config: onlyOauth });
    expect(slack.health()).toEqual({
      state: "starting",
      detail: "No workspace has installed the app yet. Open https://chat.example.com/slack/install.",
    });
  });
});

describe("an admin who installs the app", () => {
  test("reads that the workspace is connected, and its threads begin once a channel is chosen", async () => {
    const node = await team.start({ config: onlyOauth, admin: true });
    const page = await node.installs("T0BETA");
    expect(page).toMatchObject({ status: 200 });
    expect(page.text).toContain("Beta is connected");
    await eventually(() => node.slack.health().detail.includes("Choose a channel: /handoff channel #name"));

    const visitor = node.visitor();
    await visitor.says("Help");
    await visitor.asksForAPerson();
    await node.delivered();
    await node.settings.change({ slackChannel: "#helpdesk" }, "Ana");
    const thread = await eventually(() => team.beta.threads("helpdesk")[0]);
    await eventually(() => team.beta.threads("helpdesk")[0]?.replies.length);
    await team.beta.as("ana").reply(thread, "Hello from Beta");
    await team.idle();
    expect((await node.store.find(visitor.id()))?.agent?.id).toContain("slack:T0BETA/");
    expect(node.slack.health()).toMatchObject({ state: "on" });
  });

  test("is asked by Slack for the permissions of the manifest, and sent back to us", async () => {
    const node = await team.start({ config: onlyOauth });
    const begun = await node.get("/slack/install");
    const asked = new URL(begun.headers.get("location") ?? "");
    expect(asked.origin).toBe(new URL(team.apiUrl).origin);
    expect(asked.searchParams.get("scope")).toContain("chat:write,chat:write.customize");
    expect(asked.searchParams.get("redirect_uri")).toBe("https://chat.example.com/slack/oauth_redirect");
  });

  test("may cancel in Slack and is told that nothing has changed", async () => {
    const node = await team.start({ config: onlyOauth, admin: true });
    const page = await node.installs("T0BETA", "&deny=1");
    expect(page.status).toBe(400);
    expect(page.text).toContain("Nothing has changed");
    expect(await node.slack.workspaces.list()).toEqual([]);
  });

  test("who comes back in another browser is refused", async () => {
    const node = await team.start({ config: onlyOauth, admin: true });
    const begun = await node.get("/slack/install");
    const agreed = await fetch(`${begun.headers.get("location")}&approve_as=ana`, { redirect: "manual" });
    const back = new URL(agreed.headers.get("location") ?? "");
    const page = await node.get(`${back.pathname}${back.search}`);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("in the browser you started in");
    expect(await node.slack.workspaces.list()).toEqual([]);
  });
});

describe("a workspace that somebody else installs the app in", () => {
  test("is sent nothing and heard nothing of until an admin approves it", async () => {
    const node = await team.start({ config: { ...onlyOauth, channel: "#helpdesk" } });
    const page = await node.installs("T0BETA");
    expect(page.text).toContain("has to approve the workspace first");
    const visitor = node.visitor();
    await visitor.says("Help");
    await visitor.asksForAPerson();
    await node.delivered();
    expect(team.beta.messages("helpdesk")).toEqual([]);

    const answer = await team.beta.as("ana").command("/handoff", "off");
    expect(answer?.text).toContain("has not been approved yet");
    expect((await node.settings.current()).liveHandoff).toBe(true);
    await team.beta.as("ana").post("helpdesk", "Hello?");
    await team.idle();
    expect(team.beta.deliveries().every(({ status }) => status === 200)).toBe(true);

    const [listed] = await node.slack.workspaces.list();
    expect(listed).toMatchObject({ team: "T0BETA", name: "Beta", isApproved: false, by: "Ana in Slack" });
    expect(JSON.stringify(listed)).not.toContain("xoxb");
    await node.slack.workspaces.approve("T0BETA");
    await eventually(() => team.beta.threads("helpdesk").some(({ replies }) => replies.length > 0));
  });

  test("that the bot token belongs to as well needs no approval of its own to go on", async () => {
    const node = await team.start();
    await node.installs("T0ACME");
    const visitor = node.visitor();
    await visitor.says("Help");
    await visitor.asksForAPerson();
    await node.delivered();
    expect(team.acme.threads("support")).toHaveLength(1);
  });
});

describe("a token at rest", () => {
  test("is nowhere in the database to be read", async () => {
    const node = await team.start({ config: onlyOauth, admin: true });
    await node.installs("T0BETA");
    const stored = await node.storage.installations.all("slack");
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain("xoxb-beta");
  });

  test("opens under its own secret and for its own workspace alone", () => {
    const { seal, open } = createSeal("one secret");
    const sealed = seal("xoxb-1", "T1");
    expect(open(sealed, "T1")).toBe("xoxb-1");
    expect(open(sealed, "T2")).toBeUndefined();
    expect(createSeal("another").open(sealed, "T1")).toBeUndefined();
    expect(open(`${sealed.slice(0, -2)}AA`, "T1")).toBeUndefined();
    expect(open("v1.x", "T1")).toBeUndefined();
    expect(seal("xoxb-1", "T1")).not.toBe(sealed);
  });

  test("under another APP_SECRET is said to be unreadable, and installing again mends it", async () => {
    const config = { ...onlyOauth, channel: "#helpdesk" };
    const before = await team.start({ config, admin: true });
    await before.installs("T0BETA");
    await before.stop();
    const node = await team.start({ config, secret: "another secret, thirty-two long too" });
    expect(node.slack.health()).toMatchObject({ state: "broken" });
    expect(node.slack.health().detail).toContain("APP_SECRET is not the one it was stored with");
    await node.installs("T0BETA");
    await eventually(() => node.slack.health().state === "on");
  });
});

test("a workspace that removes the app is forgotten, and may come back", async () => {
  const node = await team.start({ config: { ...onlyOauth, channel: "#helpdesk" }, admin: true });
  await node.installs("T0BETA");
  await eventually(() => node.slack.health().state === "on");
  team.beta.trouble.uninstall();
  await eventually(async () => (await node.slack.workspaces.list()).length === 0);
  expect(node.slack.health().detail).toContain("/slack/install");

  const visitor = node.visitor();
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await node.delivered();
  team.beta.trouble.clear();
  await node.installs("T0BETA");
  await eventually(() => team.beta.threads("helpdesk")[0]?.replies.length);
});

test("news of a removal that come late do not undo a later installation", async () => {
  const node = await team.start({ config: { ...onlyOauth, channel: "#helpdesk" }, admin: true });
  await node.installs("T0BETA");
  team.beta.emit({ type: "tokens_revoked", tokens: { bot: [team.beta.botUserId] } });
  team.beta.emit({ type: "app_uninstalled" });
  await team.idle();
  expect(await node.slack.workspaces.list()).toHaveLength(1);
});

test("nor do they undo one that waits for approval", async () => {
  const node = await team.start({ config: { ...onlyOauth, channel: "#helpdesk" } });
  await node.installs("T0BETA");
  team.beta.emit({ type: "tokens_revoked", tokens: { bot: [team.beta.botUserId] } });
  await team.idle();
  expect(await node.slack.workspaces.list()).toHaveLength(1);
  team.beta.trouble.uninstall();
  await eventually(async () => (await node.slack.workspaces.list()).length === 0);
});

test("an admin can let a workspace go", async () => {
  const node = await team.start({ config: { ...onlyOauth, channel: "#helpdesk" }, admin: true });
  await node.installs("T0BETA");
  await node.slack.workspaces.remove("T0BETA");
  expect(await node.slack.workspaces.list()).toEqual([]);
  expect(node.slack.health().state).toBe("starting");
});
