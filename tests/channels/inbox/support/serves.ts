import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { violations } from "./violations.ts";

const looks = [
  ["light", "light", 1280],
  ["dark", "dark", 1280],
  ["phone", "light", 390],
] as const;

/**
 * Nobody is kept from using the page as it stands, by day, by night and on a phone, where nothing lies beside the
 * screen. Kept as pictures where SCREENSHOTS says so.
 */
export async function serves(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  for (const [look, colorScheme, width] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    if (folder) await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
    expect(await violations(page), `${name}, ${look}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}
