import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SlackSimulator, startSlackSimulator } from "../../../../slack-simulator/index.ts";
import { describeInBrowser, launchChromium } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { openWindow } from "../../support/desk.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";

describeInBrowser("Signing in with Slack", () => {
  let slack: SlackSimulator;
  let server: InboxServer;
  let browser: Browser;

  beforeAll(async () => {
    slack = await startSlackSimulator();
    const { clientId, clientSecret, apiUrl, teamId } = slack;
    server = await openInboxServer({
      firstAdmin: admin,
      webFolder: builtWeb,
      slack: { clientId, clientSecret, apiUrl, isConnected: async (id) => id === teamId },
    });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await slack?.stop();
  });

  test("a member comes in through Slack, to the page they wanted; who is not in the team reads why", async () => {
    const { page, close } = await openWindow(browser);
    await page.goto(`${server.url}/inbox/team`);
    await page.getByRole("link", { name: "Sign in with Slack" }).click();
    await page.getByRole("link", { name: "Allow as Ben" }).click();
    await page.getByText("Nobody in the team has the email address of your Slack account.").waitFor();
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/slack-refused.png` });
    expect(await violations(page)).toEqual([]);

    await page.goto(`${server.url}/inbox/team`);
    await page.getByRole("link", { name: "Sign in with Slack" }).click();
    await page.getByRole("link", { name: "Allow as Ana" }).click();
    await page.getByRole("list", { name: "Team" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/inbox/team");
    await close();
  });
});
