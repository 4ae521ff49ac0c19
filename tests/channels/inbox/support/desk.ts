import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { patienceMs } from "../../../support/patience.ts";
import { admin, type InboxServer } from "./inbox-server.ts";

/** Opens the inbox in a fresh browser window; complaints of the browser, such as a refused script, are kept. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (
      message.type() === "error" &&
      !/Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/.test(message.text())
    )
      complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

/** Signs in past the form, which tests of its own fill in. `who` is the first admin unless somebody else is named. */
export async function signIn(
  page: Page,
  { url }: InboxServer,
  path = "/inbox",
  who: { email: string; password: string } = admin,
): Promise<void> {
  const signedIn = await page.request.post(`${url}/api/auth/sign-in/email`, {
    data: who,
    headers: { Origin: url },
  });
  expect(signedIn.status()).toBe(200);
  await page.goto(url + path);
  await page.getByRole("link", { name: "Conversations", exact: true }).waitFor();
}

export const list = (page: Page) => page.getByRole("list", { name: "Conversations" });
export const log = (page: Page) => page.getByRole("log");

export async function send(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Reply" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Waits until a question about the page is answered as expected. */
export const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { interval: 40 });
