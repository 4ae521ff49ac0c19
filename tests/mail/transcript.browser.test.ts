import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transcriptMail } from "../../src/mail/transcript-mail.ts";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { ana, assistant, conversation, events, handedOff, says, visitor } from "./support/chat.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const { html } = transcriptMail({
  ...{ conversation, to: "boss@example.com", includesNotes: true, timeZone: "Europe/Berlin" },
  events: events(
    says(visitor, `Hello, see https://shop.example.com/track?order=4711 ${"very".repeat(60)}`),
    says(assistant, "1. **One** `code`\n2. [two](https://a.example)\n\n> quoted\n\n```\nlong code\n```"),
    handedOff,
    says(ana, "A regular", { note: true }),
    says(ana, "Here you are", {
      isEdited: true,
      files: [{ id: "f1", name: "label.pdf", mime: "application/pdf", size: 48_000 }],
    }),
  ),
});

describeInBrowser("everybody can read a transcript", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test.each([
    ["in light", html, "light", 900],
    ["in dark", html, "dark", 900],
    ["on a phone", html, "light", 360],
    ["where a mail program drops style sheets", html.replace(/<style>.*<\/style>/s, ""), "light", 900],
  ] as const)("%s", async (_, mail, colorScheme, width) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 700 } });
    await page.setContent(mail);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  test("in the dark, the page is dark", async () => {
    const page = await browser.newPage({ colorScheme: "dark" });
    await page.setContent(html);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe("rgb(11, 15, 23)");
    await page.close();
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
