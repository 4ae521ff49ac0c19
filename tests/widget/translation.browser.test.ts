import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { widgetBundle } from "../support/widget-bundle.ts";
import { startWidgetServer, type WidgetServer } from "../support/widget-server.ts";
import { visit } from "./visitor.ts";

describeInBrowser("a reply that was translated", () => {
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

  /** A visitor who was answered. */
  async function answered() {
    const visitor = await visit(browser, server.url);
    await visitor.open.click();
    await visitor.write("Bonjour");
    await visitor.by("You").getByText("Sent", { exact: true }).waitFor();
    const conversation = server.conversation();
    conversation.agentSays("Ana", "Elle arrive **demain**.", {
      original: "Sie kommt **morgen**.",
      language: "fr",
    });
    await visitor.by("Ana").getByText("Translated ·").waitFor();
    return { ...visitor, conversation };
  }

  test("says so quietly, and shows what was written one click away and back", async () => {
    const { by, button } = await answered();
    const text = by("Ana").locator(".text");
    expect(await text.innerText()).toBe("Elle arrive demain.");
    expect(await text.getAttribute("lang")).toBe("fr");
    await button("Show original").click();
    expect(await text.innerText()).toBe("Sie kommt morgen.");
    // Nobody says which language an agent writes.
    expect(await text.getAttribute("lang")).toBe("");
    await button("Show translation").click();
    expect(await text.innerText()).toBe("Elle arrive demain.");
    expect(await text.getAttribute("lang")).toBe("fr");
  });

  test("can be switched by keyboard without losing one's place", async () => {
    const { by, button, page } = await answered();
    await button("Show original").focus();
    await page.keyboard.press("Enter");
    await by("Ana").getByText("morgen").waitFor();
    await page.keyboard.press("Enter");
    await by("Ana").getByText("demain").waitFor();
  });

  test("stays marked between other replies, which are not", async () => {
    const { by, conversation, button } = await answered();
    conversation.agentSays("Ana", "Bonne journée !");
    await by("Ana").getByText("Bonne journée !", { exact: true }).waitFor();
    expect(await by("Ana").first().getByText("Translated ·").isVisible()).toBe(true);
    expect(await button("Show original").count()).toBe(1);
  });
});
