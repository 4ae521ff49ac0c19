import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";
import { workspacesOf } from "../../support/workspaces.ts";

describeInBrowser("Slack workspaces on the settings page", () => {
  let server: InboxServer;
  let slack: ReturnType<typeof workspacesOf>;
  let page: Page;

  beforeEach(async () => {
    slack = workspacesOf();
    server = await openInboxServer({
      firstAdmin: admin,
      webFolder: builtWeb,
      given: { slackWorkspaces: slack.desk },
    });
  });

  afterEach(async () => {
    await server.close();
  });

  eachInWindow((opened) => {
    page = opened;
  });

  const open = () => signIn(page, server, "/inbox/settings");
  const section = () => page.getByRole("region", { name: "Slack workspaces" });
  const changes = () => page.getByRole("list", { name: "Latest changes" });

  test("whoever installed the app is approved and removed after a question, and the log tells of it", async () => {
    slack.install({ team: "T1", name: "Acme" });
    await open();
    await section().getByText("Installed by Ida").waitFor();
    await section().getByText("Waiting for approval: nothing is sent there.").waitFor();

    page.once("dialog", (dialog) => void dialog.dismiss());
    await section().getByRole("button", { name: "Approve Acme" }).click();
    expect(await slack.desk.list()).toMatchObject([{ isApproved: false }]);

    page.once("dialog", (dialog) => void dialog.accept());
    await section().getByRole("button", { name: "Approve Acme" }).click();
    await section().getByText("Posting to #support.").waitFor();
    expect(await section().getByRole("button", { name: "Approve Acme" }).count()).toBe(0);
    await changes().getByText("Ana changed Slack workspace T1").waitFor();
    await changes().getByText("Acme: approved").waitFor();

    page.once("dialog", (dialog) => void dialog.accept());
    await section().getByRole("button", { name: "Remove Acme" }).click();
    await section().getByText("None has installed the app yet.").waitFor();
    expect(await slack.desk.list()).toEqual([]);
  });

  test("a workspace added in another tab is there when one comes back, and what was typed stays", async () => {
    await open();
    const link = section().getByRole("link", { name: "Add a workspace" });
    expect(await link.getAttribute("href")).toBe("/slack/install");
    await page.getByRole("textbox", { name: "Greeting", exact: true }).fill("Half typed");
    slack.install({ name: "Acme" });
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await section().getByRole("button", { name: "Remove Acme" }).waitFor();
    expect(await page.getByRole("textbox", { name: "Greeting", exact: true }).inputValue()).toBe(
      "Half typed",
    );
  });

  test("what is wrong in a workspace is said with its remedy", async () => {
    const detail = "Slack no longer accepts the token. Install the app there again at /slack/install.";
    slack.install({ isApproved: true, health: { state: "broken", detail } });
    await open();
    await section().getByText(detail).waitFor();
  });

  test("where Slack cannot be installed and nobody did there is no section", async () => {
    slack.desk.canInstall = false;
    await open();
    await page.getByRole("group", { name: "Website: Website" }).waitFor();
    expect(await section().count()).toBe(0);
  });

  test("with several workspaces, a website's place is chosen by name", async () => {
    slack.install({ team: "T1", name: "Acme", isApproved: true });
    slack.install({ team: "T2", name: "Beta", isApproved: true });
    slack.install({ team: "T3", name: "Waiting" });
    await open();
    const place = page.getByRole("combobox", { name: "Slack workspace" });
    await place.waitFor();
    expect(await place.locator("option").allTextContents()).toEqual([
      "The usual one",
      "Acme",
      "Beta",
      "Another, by its id",
    ]);
    expect(await page.getByRole("textbox", { name: "Channel id" }).count()).toBe(0);
    const save = async () => {
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("Saved", { exact: true }).waitFor();
    };

    await place.selectOption("Beta");
    await page.getByRole("textbox", { name: "Channel id" }).fill("C2");
    await save();
    expect((await server.sites.find("default"))?.slack).toEqual({ team: "T2", channel: "C2" });

    await place.selectOption("Another, by its id");
    await page.getByRole("textbox", { name: "Workspace id" }).fill("T7");
    await page.getByRole("textbox", { name: "Channel id" }).fill("C7");
    await save();
    await page.reload();
    expect(await page.getByRole("textbox", { name: "Workspace id" }).inputValue()).toBe("T7");

    await place.selectOption("The usual one");
    await save();
    expect((await server.sites.find("default"))?.slack).toBeUndefined();
  });

  test.each([
    "light",
    "dark",
  ] as const)("is accessible in %s colours, and holds on a phone", async (colorScheme) => {
    slack.install({ name: "A workspace with a very long name indeed, Incorporated", isApproved: true });
    slack.install({ health: { state: "broken", detail: "The channel is gone." }, isApproved: true });
    slack.install({});
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await open();
    await section().getByRole("list").waitFor();
    expect(await violations(page)).toEqual([]);
    const beside = await page.evaluate(
      () =>
        [...document.querySelectorAll("#slack-workspaces *")].filter(
          (element) => element.getBoundingClientRect().right > innerWidth,
        ).length,
    );
    expect(beside).toBe(0);
  });
});
