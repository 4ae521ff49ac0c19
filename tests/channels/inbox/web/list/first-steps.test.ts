import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SlackWorkspaces } from "../../../../../src/channels/inbox/settings/slack-workspaces.ts";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { agentCalled, signedInAgent } from "../../support/members.ts";
import { serves } from "../../support/serves.ts";
import { visitorIn } from "../../support/visitors.ts";
import { workspacesOf } from "../../support/workspaces.ts";

describeInBrowser("An inbox in which nobody has written yet", () => {
  let server: InboxServer;
  let page: Page;
  let workspaces: SlackWorkspaces;

  beforeEach(async () => {
    const installed = ["Acme", "Bolt", "Crane", "Drum", "Elm", "Fig"].map((name) => ({ name }));
    workspaces = workspacesOf(...installed).desk;
    const given = { slackWorkspaces: workspaces };
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb, given });
  });

  afterEach(() => server.close());

  eachInWindow((opened) => {
    page = opened;
  });

  const steps = () => page.getByRole("list", { name: "First steps" });
  const step = (name: string) => steps().getByRole("link", { name });
  const slackIs = (state: string) =>
    page.route("**/readyz", (route) => route.fulfill({ json: { integrations: { slack: { state } } } }));

  test("leads its admin to the start page, to what goes into a website, and to Slack where it is off", async () => {
    await slackIs("off");
    await signIn(page, server);
    expect(await step("Try it as a visitor").getAttribute("href")).toBe("/");
    expect(await step("Connect Slack").getAttribute("href")).toBe("/#next");
    await serves(page, "first-steps");

    // What stands above it arrives later.
    const snippet = page.getByRole("textbox", { name: "Embed snippet of default" });
    await page.route("**/slack-workspaces", (route) => snippet.waitFor().then(() => route.continue()));
    await step("Put the chat on your website").click();
    await page.getByRole("list", { name: "Slack workspaces" }).waitFor();
    await eventually(() => isAtTop(snippet)).toBe(true);
  });

  test("leads its admin to the workspaces while none that installed the app is approved", async () => {
    await slackIs("starting");
    await signIn(page, server);
    await step("Connect Slack").click();
    await page.getByRole("button", { name: "Approve Acme" }).waitFor();
    expect(new URL(page.url()).hash).toBe("#slack-workspaces");

    await workspaces.approve("T1");
    await signIn(page, server);
    await lacksStep("Connect Slack");
  });

  test("asks for no Slack where it is connected", async () => {
    await slackIs("on");
    await signIn(page, server);
    await lacksStep("Connect Slack");
  });

  test("is a quiet one once somebody has written, also when that is closed", async () => {
    const conversationId = await visitorIn(server.conversations, "Zoe").says("Hello");
    const source = { via: "inbox", externalId: "closed" };
    await server.conversations.close({ conversationId, agent: { id: "a", name: "Ana" }, source });
    await signIn(page, server);
    await isQuiet();
  });

  test("is a quiet one for agents", async () => {
    await signedInAgent(server, "Ben");
    await signIn(page, server, "/inbox", agentCalled("Ben"));
    await isQuiet();
  });

  async function lacksStep(name: string): Promise<void> {
    await step("Try it as a visitor").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await step(name).count()).toBe(0);
  }

  async function isQuiet(): Promise<void> {
    await page.getByText("All quiet").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await steps().count()).toBe(0);
  }
});

async function isAtTop(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  return box !== null && box.y >= 0 && box.y < 150;
}
