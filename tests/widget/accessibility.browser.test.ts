import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { widgetBundle } from "../support/widget-bundle.ts";
import { startWidgetServer, type WidgetServer } from "../support/widget-server.ts";
import { visit } from "./visitor.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describeInBrowser("everybody can use the widget", () => {
  let browser: Browser;
  let server: WidgetServer;

  beforeAll(async () => {
    server = await startWidgetServer(await widgetBundle());
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.each([
    ["in light", { colorScheme: "light" }],
    ["in dark", { colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 360, height: 640 } }],
  ] as const)("%s", async (_, options) => {
    server.conversations.clear();
    const { page, open, close, by, write, button } = await visit(browser, server.url, options);
    await open.waitFor();
    expect(await violations(page)).toEqual([]);

    await open.click();
    await write("My order, see https://a.example");
    await by("You").getByText("Sent", { exact: true }).waitFor();
    const conversation = server.conversation();
    conversation.assistantSays(
      "**Two** ways:\n\n1. `this`\n2. [that](https://a.example)\n\n> quoted\n\n```\ncode\n```",
    );
    server.trouble.refusals.push({ message: "Not now." });
    await write("Refused");
    await button("Try again").waitFor();
    expect(await violations(page)).toEqual([]);

    server.trouble.uploadRefusals.push("Not this.");
    const picture = { name: "a.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") };
    await page.locator("input[type=file]").setInputFiles(picture);
    await page.getByText("Not this.").waitFor();
    await page.locator("input[type=file]").setInputFiles({ ...picture, name: "b.svg" });
    expect(await violations(page)).toEqual([]);
    await button("Remove a.svg").click();
    await button("Send").click();
    await by("You").getByRole("link").last().waitFor();
    await button("Edit message").first().focus();
    await page.keyboard.press("Enter");
    await page.getByText("Editing your message").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await button("Talk to a person").click();
    await page.getByRole("heading", { name: "Waiting" }).waitFor();
    expect(await violations(page)).toEqual([]);

    conversation.agentSays("Ana", "Hello", { original: "Hallo", language: "en" });
    await by("Ana").waitFor();
    await button("Show original").click();
    await page.context().setOffline(true);
    await page.getByText("You are offline").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().setOffline(false);

    await close.click();
    conversation.agentSays("Ana", "Still there?");
    await page.getByText("1 unread message").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`);
}
