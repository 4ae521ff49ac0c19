import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { begun } from "../../../../../src/conversation/conversation.ts";
import type { Happening } from "../../../../../src/conversation/events.ts";
import {
  answer,
  asked,
  assistant,
  ben,
  closed,
  handedBack,
  handedOff,
  rated,
  takenUpAgain,
  visitor,
} from "../../../../analytics/support/history.ts";
import { describeInBrowser, launchChromium } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, list, openWindow, signIn } from "../../support/desk.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

describeInBrowser("The analytics page", () => {
  let browser: Browser;
  let server: InboxServer;
  let window: Awaited<ReturnType<typeof openWindow>>;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
    await server.sites.add({ key: "shop", name: "Shop" });
    server.clock.now = Date.now();
    const rule = handedOff({ by: "rule", rule: "asks-for-a-person", matched: "a human" });
    await lived("default", 1, visitor(), assistant());
    await lived("default", 1, visitor(), assistant());
    await lived("default", 2, visitor(), rule, answer(), closed(), asked(), rated(false, "Slow"));
    await lived("default", 2, visitor(), rule, handedBack());
    await lived("shop", 2, visitor(), handedOff({ by: "button" }), takenUpAgain);
    await lived(
      "shop",
      3,
      visitor(),
      handedOff({ by: "button" }),
      answer(ben),
      closed(),
      asked(),
      rated(true),
    );
    await lived("shop", 40, visitor(), handedOff({ by: "button" }), answer(ben), closed());
    await lived("shop", 0.01, visitor(), handedOff({ by: "model" }));
    server.clock.now = Date.now();
  });

  afterEach(async () => {
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** A conversation of that many days ago, its steps a minute apart. */
  async function lived(siteKey: string, daysAgo: number, ...happened: Happening[]): Promise<void> {
    let at = Date.now() - daysAgo * day;
    let conversation = begun({ id: randomUUID(), siteKey, visitor: { id: randomUUID() }, createdAt: at });
    for (const happening of happened) {
      server.clock.now = at;
      at += minute;
      const recorded = await server.store.record({
        ...{ conversation, happenings: [happening], lanes: [] },
        source: { via: "test", externalId: randomUUID() },
      });
      conversation = recorded.conversation ?? conversation;
    }
  }

  const open = async (path = "/inbox/analytics?range=30d", options = {}) => {
    window = await openWindow(browser, options);
    page = window.page;
    await signIn(page, server, path);
    await page.getByRole("heading", { name: "What became of handoffs" }).waitFor();
  };

  test("each number is that of exactly the conversations it leads to", async () => {
    await open();
    const links = await page.locator("main a[href*='measure=']").evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute("href") ?? "",
        said: `${link.textContent} ${link.getAttribute("aria-label") ?? ""}`,
      })),
    );
    const counted = links.flatMap(({ href, said }) => {
      const count = /(\d+) (?:conversations?|unanswered)$/.exec(said.trim())?.[1];
      return count === undefined ? [] : [{ href, count: Number(count) }];
    });
    expect(counted.length).toBeGreaterThan(15);
    for (const { href, count } of counted) {
      const address = href.replace("/inbox?", "/api/analytics/conversations?");
      const told = await page.evaluate(async (path) => (await fetch(path)).json(), address);
      expect([href, told.total, told.summaries.length]).toEqual([href, count, count]);
    }
  });

  test.each([
    ["tile", ".tile a"],
    ["outcome", ".outcomes a"],
    ["cause", ".causes a"],
    ["hour", ".heat a"],
  ])("a number of the kind “%s” opens a list of so many", async (_kind, which) => {
    await open();
    const link = page.locator(which).last();
    const said = `${await link.textContent()} ${(await link.getAttribute("aria-label")) ?? ""}`;
    await link.click();
    await page.getByRole("link", { name: "Back to the numbers" }).waitFor();
    const count = Number(/(\d+) (?:conversations?|unanswered)/.exec(said)?.[1]);
    await eventually(() => list(page).getByRole("listitem").count()).toBe(count);
  });

  test("ratings have a tile, which leads to those alone that were not good, where the reason stands", async () => {
    await open();
    const tile = page.locator(".tile", { hasText: "Good ratings" });
    expect(await tile.locator(".figure").innerText()).toContain("50 %");
    expect(await tile.locator(".figure-of").innerText()).toMatch(/1 of 2.*1 not good.*2 asked/s);
    await tile.getByRole("link", { name: "1 not good" }).click();
    await page.getByRole("link", { name: "Back to the numbers" }).waitFor();
    await eventually(() => list(page).getByRole("listitem").count()).toBe(1);
    await list(page).getByRole("link").first().click();
    await page.getByRole("log").getByText("says why it was not good: “Slow”").waitFor();
  });

  test("the list keeps to the number while one reads in it, and leads back", async () => {
    await open();
    await page.locator(".tile", { hasText: "Abandoned" }).getByRole("link").click();
    await list(page).getByRole("link").first().click();
    await page.getByRole("log").waitFor();
    await eventually(() => list(page).getByRole("listitem").count()).toBe(1);
    await page.getByRole("link", { name: "Back to the numbers" }).click();
    await page.getByRole("heading", { name: "Analytics" }).waitFor();
    expect(await page.getByRole("button", { name: "30 days" }).getAttribute("aria-pressed")).toBe("true");
    await page.locator(".tile", { hasText: "Abandoned" }).getByRole("link").click();
    await page.getByRole("button", { name: "Show all" }).click();
    await eventually(() => list(page).getByRole("listitem").count()).toBe(8);
  });

  test("site, agent and days narrow it, stand in the address, and go into the exports", async () => {
    await open();
    const conversations = page.locator(".tile", { hasText: "Conversations" }).first().locator(".figure");
    await eventually(() => conversations.innerText()).toContain("7");
    await page.getByLabel("Site").selectOption("shop");
    await eventually(() => conversations.innerText()).toContain("3");
    await page.getByLabel("Agent").selectOption("Ben");
    await eventually(() => conversations.innerText()).toContain("1");
    expect(page.url()).toContain("range=30d&site=shop&agent=b");
    const csv = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href");
    expect(csv).toContain("site=shop&agent=b");
    await page.getByRole("button", { name: "90 days" }).click();
    await eventually(() => conversations.innerText()).toContain("2");
    await page.goBack();
    await eventually(() => conversations.innerText()).toContain("1");
  });

  test("what is drawn can be read as a table, by keyboard too", async () => {
    await open();
    await page.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    const table = page.getByRole("table", { name: "Day by day" });
    await table.getByRole("link").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Back to the numbers" }).waitFor();
  });

  test("a range in which nothing happened says so", async () => {
    window = await openWindow(browser);
    page = window.page;
    await signIn(page, server, "/inbox/analytics?from=1600000200000&to=1600086600000");
    await page.getByText("Nothing happened in these days").waitFor();
  });

  test("a failure says what to do, and the next try succeeds", async () => {
    window = await openWindow(browser);
    page = window.page;
    let isBroken = true;
    await page.route("**/api/analytics?*", (route) => (isBroken ? route.abort() : route.continue()));
    await signIn(page, server, "/inbox/analytics?range=30d");
    await page.getByText("The numbers could not be read").waitFor();
    expect(await violations(page)).toEqual([]);
    isBroken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "What became of handoffs" }).waitFor();
  });

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
    ["dark", 390],
  ] as const)("is accessible in %s colours, %i pixels wide, and nothing lies beside the screen", async (colorScheme, width) => {
    await open(undefined, { colorScheme, viewport: { width, height: 844 } });
    expect(await violations(page)).toEqual([]);
    const beside = await page.evaluate(() =>
      [...document.querySelectorAll(".page *")]
        .filter((element) => !element.closest(".table-scroll, .for-ears"))
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(beside).toEqual([]);
  });
});
