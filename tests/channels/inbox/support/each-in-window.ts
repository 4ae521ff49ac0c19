import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { launchChromium } from "../../../support/chromium.ts";
import { openWindow } from "./desk.ts";

/**
 * Gives each test of a file a fresh window of one browser; what the browser complains of in it fails the test. Called
 * after the hooks that open a server for each test, so that no page loses its server.
 */
export function eachInWindow(opened: (page: Page, browser: Browser) => void | Promise<void>): void {
  let browser: Browser;
  let window: Awaited<ReturnType<typeof openWindow>>;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    window = await openWindow(browser);
    await opened(window.page, browser);
  });
  afterEach(async () => {
    expect(window.complaints).toEqual([]);
    await window.close();
  });
  afterAll(async () => {
    await browser?.close();
  });
}
