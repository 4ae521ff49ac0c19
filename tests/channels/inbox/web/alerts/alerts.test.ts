import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, list, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("Alerts in the browser", () => {
  let server: InboxServer;
  let page: Page;

  beforeEach(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
  });
  afterEach(async () => {
    await server.close();
  });

  eachInWindow(async (opened) => {
    page = opened;
    await listenTo(page);
  });

  /** What the computer would show and sound. The person at it allows what is asked. */
  const listenTo = (on: Page) =>
    on.addInitScript(() => {
      const heard = { shown: [] as string[], sounds: 0, permission: "default" };
      Object.assign(globalThis, { heard });
      class Shown {
        onclick: (() => void) | null = null;
        static get permission() {
          return heard.permission;
        }
        static async requestPermission() {
          heard.permission = "granted";
          return "granted";
        }
        constructor(title: string, { body }: { body: string }) {
          heard.shown.push(`${title}: ${body}`);
          Object.assign(globalThis, { press: () => this.onclick?.() });
        }
        close() {}
      }
      Object.assign(globalThis, { Notification: Shown });
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...args) {
        heard.sounds += 1;
        return start.apply(this, args);
      };
    });
  type Heard = { heard: { shown: string[]; sounds: number } };
  const shown = (on = page) => on.evaluate(() => (globalThis as unknown as Heard).heard.shown);
  const sounds = () => page.evaluate(() => (globalThis as unknown as Heard).heard.sounds);
  const visitor = (name: string) => visitorIn(server.conversations, name);
  const wantsDesktop = async () => {
    await page.getByRole("button", { name: "Alerts" }).click();
    await page.getByRole("switch", { name: "Desktop notifications" }).check();
    await page.keyboard.press("Escape");
  };

  test("who begins to wait sounds, shows on the desktop and counts in the title; a press leads there", async () => {
    await signIn(page, server);
    await wantsDesktop();
    const maria = visitor("Maria");
    await maria.says("Where is my parcel?");
    await maria.asksForAPerson();
    await eventually(() => shown()).toEqual([expect.stringContaining("Maria is waiting for a person")]);
    expect(await sounds()).toBe(2);
    await eventually(() => page.title()).toBe("(1) Inbox");
    await page.evaluate(() => (globalThis as unknown as { press: () => void }).press());
    await page.waitForURL("**/inbox/c/*");
  });

  test("of a conversation that is mine I hear what the visitor writes, not of what I am reading", async () => {
    await signIn(page, server);
    await wantsDesktop();
    const maria = visitor("Maria");
    await maria.says("Where is my parcel?");
    await maria.asksForAPerson();
    await list(page).getByRole("listitem").filter({ hasText: "Maria" }).click();
    await page.getByRole("button", { name: "Claim" }).click();
    await page.getByRole("button", { name: "Hand back" }).waitFor();
    const before = (await shown()).length;
    await maria.says("Are you there?");
    await page.getByRole("log").getByText("Are you there?").waitFor();
    expect(await shown()).toHaveLength(before);

    await page.getByRole("link", { name: "Analytics", exact: true }).click();
    server.clock.now += 1_000;
    await maria.says("Still here?");
    await eventually(() => shown()).toContainEqual("Maria wrote: Still here?");
    await eventually(() => page.title()).toBe("(1) Inbox");
  });

  test("each person's wishes are kept in this browser, and are accessible", async () => {
    await signIn(page, server);
    await page.getByRole("button", { name: "Alerts" }).click();
    await page.getByRole("switch", { name: "Sound" }).uncheck();
    await page.getByRole("combobox", { name: "About" }).selectOption("mine");
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: "Alerts" }).click();
    expect(await page.getByRole("switch", { name: "Sound" }).isChecked()).toBe(false);
    const maria = visitor(`Maria ${randomUUID().slice(0, 4)}`);
    await maria.asksForAPerson();
    await list(page).getByRole("listitem").filter({ hasText: "Maria" }).waitFor();
    expect([await sounds(), await shown()]).toEqual([0, []]);
  });

  test("Escape puts the alerts away first, and the conversation only after that", async () => {
    await signIn(page, server);
    await visitor("Maria").asksForAPerson();
    await list(page).getByRole("listitem").filter({ hasText: "Maria" }).first().click();
    await page.waitForURL("**/inbox/c/*");
    const alerts = page.getByRole("button", { name: "Alerts" });
    await alerts.click();
    await page.keyboard.press("Escape");
    await page.getByRole("switch", { name: "Sound" }).waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toMatch(/^.inbox.c./);
    expect(await alerts.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForURL("**/inbox");
  });

  test("of two open pages only one alerts, and the other does when that is closed", async () => {
    await signIn(page, server);
    await wantsDesktop();
    const second = await page.context().newPage();
    await listenTo(second);
    await second.addInitScript(() => {
      Object.assign((globalThis as unknown as { heard: object }).heard, { permission: "granted" });
    });
    await second.goto(`${server.url}/inbox`);
    await second.getByRole("link", { name: "Conversations", exact: true }).waitFor();
    await visitor("Maria").asksForAPerson();
    await eventually(() => shown()).toHaveLength(1);
    await list(second).getByRole("listitem").filter({ hasText: "Maria" }).waitFor();
    expect(await shown(second)).toEqual([]);

    await page.goto("about:blank");
    await visitor("Noah").asksForAPerson();
    await eventually(() => shown(second)).toEqual([expect.stringContaining("Noah")]);
  });
});
