import { randomUUID } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { deliveries } from "../../support/delivery.ts";
import { eventually, log, send, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("A conversation that did not get to Slack", () => {
  const archived = "The channel #support is archived. Choose another on the settings page.";
  const slack = deliveries();
  let server: InboxServer;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    server = await openInboxServer({
      firstAdmin: admin,
      webFolder: builtWeb,
      given: { slackDelivery: slack.desk },
    });
  });

  beforeEach(async () => {
    id = await visitorIn(server.conversations, "Maria").asksForAPerson();
  });

  afterAll(async () => {
    await server?.close();
  });

  eachInWindow((opened) => {
    page = opened;
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
    const isTried = page.waitForResponse(/\/retry$/);
    await retry().click();
    await page.getByText("Trying again.").waitFor();
    await isTried;
    slack.giveUp(id, archived);
    await problem().waitFor();
    expect(await retry().isEnabled()).toBe(true);
    slack.deliver(id);
  });

  test("leaves the latest message in sight, however wide and long the messages are", async () => {
    const wide = `\`\`\`\n${"wide ".repeat(60)}\n\`\`\``;
    const long = Array.from({ length: 40 }, (_, line) => `${line + 1}. line`).join("\n");
    const agent = { id: "slack:T1/UBEN", name: "Ben" };
    for (const text of [wide, long, "The last one"]) {
      const source = { via: "slack", externalId: randomUUID() };
      await server.conversations.reply({ conversationId: id, agent, text, source });
    }
    slack.giveUp(id, archived);
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, server, "/inbox");
    await page.goto(`${server.url}/inbox/c/${id}`);
    await problem().waitFor();
    const box = async (part: Locator) => (await part.boundingBox()) ?? expect.fail("it is not shown");
    await eventually(async () => {
      const [last, line] = [await box(log(page).getByText("The last one")), await box(problem())];
      return last.y + last.height < line.y;
    }).toBe(true);
    for (const bubble of await log(page).locator(".bubble").all()) {
      const { x, width } = await box(bubble);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(390);
    }
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
