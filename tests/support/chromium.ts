import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { describe } from "vitest";

const variable = "SHARED_CHROMIUM";

/** The first is the same browser without windows: pages are ready in half the time. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that is installed here: CHROMIUM_PATH, or the first known one on the PATH. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...applications,
  ];
  return candidates.find(isExecutable);
}

/**
 * Tests that need a real browser. Where there is none they are skipped, and their title says why; on CI that is a
 * failure, or nobody would notice that pages are no longer tested.
 */
export function describeInBrowser(title: string, tests: () => void): void {
  if (findChromium()) return void describe(title, tests);
  const why = "no Chromium found: install one, or set CHROMIUM_PATH";
  if (process.env.CI === "true") throw new Error(`${title}: ${why}.`);
  describe.skip(`${title} (${why})`, tests);
}

/** A browser with nothing in it, on the one Chromium of all tests; closing it closes what was opened by it. */
export async function launchChromium(): Promise<Browser> {
  const shared = process.env[variable];
  return shared ? chromium.connect(shared) : chromium.launch(options());
}

/** Before all tests: Chromium is started once, for starting it takes longer than most tests. */
export default async function startOnce(): Promise<(() => Promise<void>) | undefined> {
  if (!findChromium()) return undefined;
  const server = await chromium.launchServer(options());
  process.env[variable] = server.wsEndpoint();
  return () => server.close();
}

function options(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium here. Set CHROMIUM_PATH.");
  return {
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
