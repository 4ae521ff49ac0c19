import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, list, log, openWindow, send, signIn } from "../../support/desk.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { serves } from "../../support/serves.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("Visitors who asked for a person while live handoff was off", () => {
  let browser: Browser;
  let server: InboxServer;
  let window: Awaited<ReturnType<typeof openWindow>>;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
    server.clock.now = Date.now();
    await server.settings.change({ liveHandoff: false }, "Ana");
    for (const [name, by, words] of [
      ["Maria", "rule", "Can I talk to a human about my order?"],
      ["Joe", "failure", "Do you ship to Norway?"],
    ] as const) {
      const visitor = visitorIn(server.conversations, name);
      await visitor.says(words);
      await visitor.asksWhileOff(by);
    }
    await visitorIn(server.conversations, "Quinn").says("When do you open?");
    window = await openWindow(browser);
    page = window.page;
    await signIn(page, server);
  });

  afterAll(async () => {
    expect(window?.complaints).toEqual([]);
    await window?.close();
    await browser?.close();
    await server?.close();
  });

  const item = (name: string) => list(page).getByRole("listitem").filter({ hasText: name });

  test("are marked in the list, with their own words", async () => {
    await item("Maria").getByText("Asked for a person while live handoff was off").waitFor();
    await item("Maria").getByText("Can I talk to a human about my order?").waitFor();
    await item("Maria").getByText("unread", { exact: true }).waitFor();
    await item("Joe").getByText("Could not be answered while live handoff was off").waitFor();
    await item("Quinn").getByText("assistant", { exact: true }).waitFor();
    expect(await item("Quinn").getByText("handoff was off").count()).toBe(0);
  });

  test("are counted above the list, which leads to them alone and back", async () => {
    await page
      .getByRole("link", { name: "2 visitors asked for the team while live handoff was off" })
      .click();
    await eventually(() => list(page).getByRole("listitem").count()).toBe(2);
    await page.getByRole("button", { name: "Filter, 1 set" }).click();
    const filter = page.getByRole("combobox", { name: "While handoff was off" });
    expect(await filter.inputValue()).toBe("yes");
    await serves(page, "asked-while-off");
    await page.getByRole("link", { name: "Show all conversations" }).click();
    await item("Quinn").waitFor();
    await filter.selectOption({ label: "Asked for a person" });
    await eventually(() => item("Quinn").count()).toBe(0);
    await page.getByRole("button", { name: "Filter, 1 set" }).click();
  });

  test("are shown as such when one opens them, and can be claimed while live handoff is off", async () => {
    await item("Maria").click();
    await page.getByText("Asked for a person while live handoff was off, just now").waitFor();
    await log(page).getByText("Asked for a person while live handoff was off — “a human”").waitFor();
    await page.getByRole("button", { name: "Put away" }).click();
    await serves(page, "asked-while-off-open");
    await page.getByRole("button", { name: "Claim" }).click();
    await page.getByText("You answer", { exact: true }).waitFor();
    await eventually(() => item("Maria").count()).toBe(0);
  });

  test("can be answered at once, and are then with whoever answered", async () => {
    await item("Joe").click();
    await page.getByText("Could not be answered while live handoff was off, just now").waitFor();
    await send(page, "We do, within a week.");
    await page.getByText("You answer", { exact: true }).waitFor();
    await eventually(() => list(page).getByRole("listitem").count()).toBe(0);
    const { summaries } = await server.directory.list({ search: "Joe" });
    expect(summaries[0]?.conversation).toMatchObject({ status: "agent", missed: undefined });
  });
});
