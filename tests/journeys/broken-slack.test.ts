import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

describeInBrowser("when Slack no longer takes messages", () => {
  let running: Running;
  let chromium: Browser;
  let inbox: Page;
  beforeAll(async () => {
    running = await startRunning();
    await running.slackIsOn();
    chromium = await launchChromium();
    inbox = await chromium.newPage();
    await inbox.goto(`${running.url}/inbox`);
    await inbox.getByRole("textbox", { name: "Email" }).fill("admin@example.com");
    await inbox.getByRole("textbox", { name: "Password" }).fill("correct horse battery");
    await inbox.getByRole("button", { name: "Sign in" }).click();
    await inbox.getByRole("link", { name: "Conversations" }).waitFor();
  });
  afterAll(async () => {
    await chromium?.close();
    await running?.stop();
  });

  test("admins are told once in Slack and on every page of the inbox, with what to do, and nothing is lost", async () => {
    await running.app.settings.change({ slackAdmins: [running.slack.as("ana").userId] }, "Ana");
    running.slack.trouble.archive("support");
    const visitor = await running.visitor();
    await visitor.says("Talk to a human about case 909");
    await visitor.hears("Connecting you");
    await waitFor(() => expect(running.app.integrations().slack?.state).toBe("broken"));
    const told = () =>
      running.slack
        .as("ana")
        .inbox()
        .filter(({ text }) => /archived/i.test(text));
    await waitFor(() => expect(told()).toHaveLength(1));

    await inbox.reload();
    const banner = inbox.getByText("Slack does not work.");
    await banner.waitFor();
    expect(await inbox.getByRole("status").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/archived/i)]),
    );
    await inbox.getByRole("link", { name: "Look at everything" }).click();
    await inbox.waitForURL("**/inbox/settings/health");

    running.slack.trouble.clear();
    await waitFor(() => {
      const threads = running.slack.threads("support");
      expect(JSON.stringify(threads.map(({ replies }) => replies))).toContain("case 909");
    });
    expect(running.app.integrations().slack?.state).toBe("on");
    expect(told()).toHaveLength(1);
  });
});
