import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, list, log, send, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { serves } from "../../support/serves.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("Visitors who asked for a person while live handoff was off", () => {
  let server: InboxServer;
  let page: Page;

  beforeAll(async () => {
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
  });
  afterAll(() => server?.close());

  eachInWindow((opened) => {
    page = opened;
  });

  const item = (name: string) => list(page).getByRole("listitem").filter({ hasText: name });

  test("are marked in the list, with their own words", async () => {
    await signIn(page, server);
    await item("Maria").getByText("Asked for a person while live handoff was off").waitFor();
    await item("Maria").getByText("Can I talk to a human about my order?").waitFor();
    await item("Maria").getByText("unread", { exact: true }).waitFor();
    await item("Joe").getByText("Could not be answered while live handoff was off").waitFor();
    await item("Quinn").getByText("assistant", { exact: true }).waitFor();
    expect(await item("Quinn").getByText("handoff was off").count()).toBe(0);
  });

  test("are counted above the list, which leads to them alone and back", async () => {
    await signIn(page, server);
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
    await signIn(page, server, "/inbox?missed=yes");
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
    await signIn(page, server, "/inbox?missed=yes");
    await item("Joe").click();
    await page.getByText("Could not be answered while live handoff was off, just now").waitFor();
    await send(page, "We do, within a week.");
    await page.getByText("You answer", { exact: true }).waitFor();
    await eventually(() => list(page).getByRole("listitem").count()).toBe(0);
    const { summaries } = await server.directory.list({ search: "Joe" });
    expect(summaries[0]?.conversation).toMatchObject({ status: "agent", missed: undefined });
  });
});
