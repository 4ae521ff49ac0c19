import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { widgetBundle } from "../support/widget-bundle.ts";
import { startWidgetServer, type WidgetServer } from "../support/widget-server.ts";
import { visit, widgetIn } from "./visitor.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const words = "Would you like to talk to a person from the team?";

describeInBrowser("what the widget asks", () => {
  let script: string;
  let browser: Browser;
  let server: WidgetServer;

  beforeAll(async () => {
    script = await widgetBundle();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await startWidgetServer(script);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await server.stop();
  });

  /** A visitor who was just offered a person. */
  async function offered(options = {}) {
    const visitor = await visit(browser, server.url, options);
    await visitor.open.click();
    await visitor.write("This is useless");
    await visitor.by("You").getByText("Sent", { exact: true }).waitFor();
    server.conversation().offersPerson(words);
    await visitor.by("Assistant").getByText(words, { exact: true }).waitFor();
    await visitor.button("Keep going").waitFor();
    return visitor;
  }
  const inLog = (page: Page, name: string) =>
    page.getByRole("log").getByRole("button", { name, exact: true }).count();
  const heard = (type: string) => server.heard.filter((frame) => frame.type === type).length;

  test("has its two buttons under its words, and the usual one steps aside", async () => {
    const { page, button } = await offered();
    expect(await button("Talk to a person").count()).toBe(1);
    expect(await inLog(page, "Talk to a person")).toBe(1);
    expect(await inLog(page, "Keep going")).toBe(1);
  });

  test("is taken up: people are asked for, and nothing is left to press", async () => {
    const { page, button, message } = await offered();
    await button("Talk to a person").click();
    await page.getByRole("heading", { name: "Waiting for a person…" }).waitFor();
    expect(heard("ask-for-person")).toBe(1);
    expect(await button("Talk to a person").count()).toBe(0);
    expect(await button("Keep going").count()).toBe(0);
    expect(await message.evaluate((box) => box.matches(":focus"))).toBe(true);
  });

  test("is declined by keyboard: one writes on at once, and the usual button is back", async () => {
    const { page, button, message } = await offered();
    await page.getByRole("log").focus();
    await page.keyboard.press("Tab");
    while (!(await button("Keep going").evaluate((one) => one.matches(":focus"))))
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await button("Keep going").waitFor({ state: "detached" });
    expect(await message.evaluate((box) => box.matches(":focus"))).toBe(true);
    await expect.poll(() => heard("keep-going")).toBe(1);
    expect(await button("Talk to a person").count()).toBe(1);
    expect(await inLog(page, "Talk to a person")).toBe(0);
  });

  test("goes when the visitor simply writes on, even before the server has it", async () => {
    const { button, write, by, page } = await offered();
    server.trouble.deafTo.add("say");
    await write("Where is my order?");
    await by("You").getByText("Sending", { exact: true }).waitFor();
    expect(await button("Keep going").count()).toBe(0);
    expect(await button("Talk to a person").count()).toBe(1);
    expect(await inLog(page, "Talk to a person")).toBe(0);
  });

  test("stands after a reload and in another tab, and goes from both at once", async () => {
    const { context, page, button, open } = await offered();
    const other = await context.newPage();
    await other.goto(server.url);
    const second = widgetIn(other);
    await second.open.click();
    await second.button("Keep going").waitFor();
    await page.reload();
    await open.click();
    await button("Keep going").waitFor();
    expect(await button("Talk to a person").count()).toBe(1);

    await second.button("Keep going").click();
    await button("Keep going").waitFor({ state: "detached" });
    expect(await button("Talk to a person").count()).toBe(1);
  });

  test("is there again when people cannot be asked for just now, with why", async () => {
    const { page, button } = await offered();
    server.trouble.refusals.push({ message: "Nobody from the team is taking chats at the moment." });
    await button("Talk to a person").click();
    await page.getByText("Nobody from the team is taking chats at the moment.").waitFor();
    await button("Keep going").waitFor();
    expect(await button("Talk to a person").count()).toBe(1);
  });

  /** A visitor whose chat was just closed, and who is asked how it went. */
  async function closed(options = {}) {
    const visitor = await visit(browser, server.url, options);
    await visitor.open.click();
    await visitor.write("My lamp is broken");
    await visitor.by("You").getByText("Sent", { exact: true }).waitFor();
    server.conversation().agentSays("Ana", "A new one is on its way.");
    server.conversation().asksHowItWent();
    await visitor.log.getByText("How was this chat for you?", { exact: true }).waitFor();
    return visitor;
  }

  test("a rating takes a press by keyboard, then a sentence if one likes; nothing takes the focus from writing", async () => {
    const { page, button, message, log } = await closed();
    expect(await message.evaluate((box) => box.matches(":focus"))).toBe(true);
    const sizes = await log
      .getByRole("button", { name: /Good|Not good|Skip/ })
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(sizes).toHaveLength(3);
    for (const height of sizes) expect(height).toBeGreaterThanOrEqual(44);

    await button("Not good").focus();
    await page.keyboard.press("Enter");
    const why = page.getByRole("textbox", { name: "What could be better? A sentence is enough." });
    await why.waitFor();
    expect(await log.evaluate((one) => one.matches(":focus"))).toBe(true);
    await page.keyboard.press("Tab");
    while (!(await why.evaluate((one) => one.matches(":focus")))) await page.keyboard.press("Tab");
    await page.keyboard.type("It took too long.");
    await page.keyboard.press("Enter");
    await why.waitFor({ state: "detached" });
    const rated = server.heard.filter((frame) => frame.type === "rate");
    expect(rated).toMatchObject([{ isGood: false }, { isGood: false, reason: "It took too long." }]);
    expect(await button("Skip").count()).toBe(0);
  });

  test("a rating is skipped by a press, or by writing on", async () => {
    const first = await closed();
    await first.button("Skip").click();
    await first.button("Skip").waitFor({ state: "detached" });
    await expect.poll(() => heard("skip-rating")).toBe(1);
    server.conversation().asksHowItWent();
    await first.button("Skip").waitFor();
    expect(await first.button("Talk to a person").count()).toBe(1);
    await first.write("One more thing");
    await first.button("Skip").waitFor({ state: "detached" });
    expect(heard("skip-rating")).toBe(1);
    expect(heard("rate")).toBe(0);
  });

  test.each([
    ["in light", { colorScheme: "light" }],
    ["in dark", { colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 390, height: 760 } }],
  ] as const)("everybody can use it %s", async (_, options) => {
    const { page } = await offered(options);
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

    server.conversation().asksHowItWent();
    await page.getByText("How was this chat for you?").waitFor();
    const later = await page.evaluate<AxeResults>("axe.run()");
    expect(later.violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual(
      [],
    );
  });
});
