import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { violations } from "./violations.ts";

/** Nobody is kept from using the page, by day, by night and on a phone. Kept as pictures where SCREENSHOTS says so. */
export async function serves(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) mkdirSync(folder, { recursive: true });
  for (const [look, colorScheme, width] of [
    ["light", "light", 1280],
    ["dark", "dark", 1280],
    ["phone", "light", 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    if (folder) await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
    expect(await violations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 844 });
}
