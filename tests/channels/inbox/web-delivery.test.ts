import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../../support/chromium.ts";
import { deliveries } from "./support/delivery.ts";
import { openWindow, send, signIn } from "./support/desk.ts";
import { admin, type InboxServer, openInboxServer } from "./support/inbox-server.ts";
import { violations } from "./support/violations.ts";
import { visitorIn } from "./support/visitors.ts";
import { buildWeb } from "./support/web-build.ts";

describeInBrowser("A conversation that did not get to Slack", () => {
  const archived = "The channel #support is archived. Choose another on the settings page.";
  const slack = deliveries();
  let browser: Browser;
  let web: Awaited<ReturnType<typeof buildWeb>>;
  let server: InboxServer;
  let window: Awaited<ReturnType<typeof openWindow>>;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    [browser, web] = await Promise.all([launchChromium(), buildWeb()]);
    server = await openInboxServer({
      firstAdmin: admin,
      webFolder: web.folder,
      given: { slackDelivery: slack.desk },
    });
  });

  beforeEach(async () => {
    id = await visitorIn(server.conversations, "Maria").asksForAPerson();
    window = await openWindow(browser);
    page = window.page;
  });

  afterEach(async () => {
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await web?.remove();
  });

  const problem = () => page.getByText(`Not delivered to Slack: ${archived}`);
  const retry = () => page.getByRole("button", { name: "Retry" });

  test("says why; tried again, it says so until it has got there", async () => {
    slack.giveUp(id, archived);
    await signIn(page, server, `/inbox/c/${id}`);
    await problem().waitFor();
    expect(await violations(page)).toEqual([]);

    await retry().click();
    await page.getByText(`Trying again. Last time: ${archived}`).waitFor();
    expect(await retry().isDisabled()).toBe(true);
    slack.deliver(id);
    await retry().waitFor({ state: "detached" });
  });

  test("says so again when trying again did not help", async () => {
    slack.giveUp(id, archived);
    await signIn(page, server, `/inbox/c/${id}`);
    await retry().click();
    await page.getByText("Trying again.").waitFor();
    slack.giveUp(id, archived);
    await problem().waitFor();
    expect(await retry().isEnabled()).toBe(true);
    slack.deliver(id);
  });

  test("says so soon after somebody answered", async () => {
    await signIn(page, server, `/inbox/c/${id}`);
    await page.getByRole("textbox", { name: "Reply" }).waitFor();
    expect(await problem().count()).toBe(0);
    slack.giveUp(id, archived);
    await send(page, "I am here");
    await problem().waitFor();
    slack.deliver(id);
  });
});
