import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { type Running, startRunning } from "../support/running.ts";

describeInBrowser("a visitor, a team in Slack and a team in the inbox, each in a browser", () => {
  let browser: Browser;
  let running: Running;
  let contexts: BrowserContext[];
  const complaints: string[] = [];

  beforeAll(async () => {
    [browser, running] = await Promise.all([launchChromium(), startRunning()]);
    await running.slackIsOn();
  });
  beforeEach(() => {
    contexts = [];
    complaints.length = 0;
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  async function openTab(url: string): Promise<Page> {
    const context = await browser.newContext();
    contexts.push(context);
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && message.text().includes("Security Policy"))
        complaints.push(message.text());
    });
    await page.goto(url);
    return page;
  }

  const openChat = (page: Page) => page.getByRole("button", { name: "Open chat" }).click();
  const say = async (page: Page, text: string) => {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.getByRole("button", { name: "Send", exact: true }).click();
  };
  const log = (page: Page) => page.getByRole("log");
  const sentence = "Connecting you with a team member — one moment please.";

  async function signIn(): Promise<Page> {
    const page = await openTab(`${running.url}/inbox`);
    await page.getByRole("textbox", { name: "Email" }).fill("admin@example.com");
    await page.getByRole("textbox", { name: "Password" }).fill("correct horse battery");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("list", { name: "Conversations" }).waitFor();
    return page;
  }

  test("a handoff goes to the thread, the answer comes back into the same widget, and a reload keeps it all", async () => {
    const visitor = await openTab(`${running.url}/`);
    await openChat(visitor);
    await say(visitor, "Where is my order 5150? I want to talk to a real agent");
    await log(visitor).getByText(sentence).waitFor();

    const slack = await openTab(running.slack.pageUrl);
    await slack.getByText("1 reply").last().click();
    const thread = slack.getByRole("region", { name: "Thread" });
    await thread.getByText(/^Where is my order 5150\?/).waitFor();
    await thread.getByRole("textbox", { name: "Reply in thread" }).fill("It left *today*.");
    await thread.getByRole("button", { name: "Send reply" }).click();

    const answer = log(visitor).getByRole("article").filter({ hasText: "It left today." });
    await answer.waitFor();
    expect(await answer.locator("strong").textContent()).toBe("today");

    await say(visitor, "Wonderful");
    await thread.getByText("Wonderful").waitFor();
    await visitor.reload();
    await openChatAgain(visitor);
    for (const text of ["Where is my order 5150?", sentence, "It left today.", "Wonderful"])
      await log(visitor).getByText(text).waitFor();
    expect(await log(visitor).getByText(sentence).count()).toBe(1);
  });

  test("an agent in the inbox sees who waits without reloading, answers, and closes", async () => {
    const inbox = await signIn();
    const visitor = await openTab(`${running.url}/`);
    await openChat(visitor);
    await say(visitor, "Invoice 777 is wrong. Can I chat with a human?");
    await log(visitor).getByText(sentence).waitFor();

    await inbox.getByRole("list", { name: "Conversations" }).getByText("Invoice 777").click();
    await inbox.getByRole("log").getByText("Invoice 777").waitFor();
    await inbox.getByRole("textbox", { name: "Reply" }).fill("I am correcting **777** now.");
    await inbox.getByRole("button", { name: "Send", exact: true }).click();
    await log(visitor).getByText("I am correcting 777 now.").waitFor();

    await say(visitor, "Thanks!");
    await inbox.getByRole("log").getByText("Thanks!").waitFor();
    await inbox.getByRole("button", { name: "Close", exact: true }).click();
    await log(visitor).getByText("This conversation was closed.").waitFor();
  });

  test("what was written while the network was away is sent when it is back, once", async () => {
    const visitor = await openTab(`${running.url}/`);
    await openChat(visitor);
    await say(visitor, "Connect me with support");
    await log(visitor).getByText(sentence).waitFor();

    await running.stopApp();
    await say(visitor, "Written in the dark");
    await log(visitor).getByText("Sending").waitFor();
    await running.startApp();
    await log(visitor)
      .getByRole("article")
      .filter({ hasText: "Written in the dark" })
      .getByText("Sent")
      .waitFor();
    expect(await log(visitor).getByText("Written in the dark").count()).toBe(1);
  });

  test("the button hands off before a word was said", async () => {
    const visitor = await openTab(`${running.url}/`);
    await openChat(visitor);
    await visitor.getByRole("button", { name: "Talk to a person" }).click();
    await log(visitor).getByText(sentence).waitFor();
    expect(await log(visitor).getByText(sentence).count()).toBe(1);
  });

  /** After a reload the panel may still be open, as the visitor left it. */
  async function openChatAgain(page: Page): Promise<void> {
    await page.getByRole("button", { name: /^(Open|Close) chat$/ }).waitFor();
    const closed = page.getByRole("button", { name: "Open chat" });
    if (await closed.isVisible()) await closed.click();
  }
});
