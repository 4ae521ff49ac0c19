import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A visitor's browser on the customer's page, with what the console said. Visits with one `context` are one visitor. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (line) => line.type() === "error" && errors.push(line.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(url);
  return { context, page, errors, ...widgetIn(page) };
}

/** The widget as a screen reader names its parts. */
export function widgetIn(page: Page) {
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const log = page.getByRole("log");
  return {
    button,
    log,
    open: button("Open chat"),
    close: button("Close chat"),
    message: page.getByRole("textbox", { name: "Message" }),
    by: (author: string) => log.getByRole("article", { name: author, exact: true }),
    async write(text: string) {
      await page.getByRole("textbox", { name: "Message" }).fill(text);
      await button("Send").click();
    },
  };
}
