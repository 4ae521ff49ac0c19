import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { startRunning } from "../support/running.ts";

/** Makes the picture in README.md from the running product: `npx tsx tests/demo/screenshot.ts`. */
const target = fileURLToPath(new URL("screenshot.png", import.meta.url));
const running = await startRunning();
const browser = await launchChromium();
try {
  const visitor = await visitorAsks(browser);
  const slack = await agentAnswers(browser);
  await visitor.getByText("Thank you, that is quick!").waitFor();
  const images = [await visitor.screenshot(), await slack.screenshot()];
  writeFileSync(target, await sideBySide(browser, images));
  process.stdout.write(`${target}\n`);
} finally {
  await browser.close();
  await running.stop();
}

async function visitorAsks(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 470, height: 720 }, deviceScaleFactor: 2 });
  await page.goto(`${running.url}/`);
  await page.getByRole("button", { name: "Open chat" }).click();
  await say(page, "Hi, my order 5150 has not arrived. Can I chat with a human?");
  await page.getByText("Connecting you with a team member").waitFor();
  return page;
}

async function agentAnswers(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 720 }, deviceScaleFactor: 2 });
  await page.goto(running.slack.pageUrl);
  await page.getByText("1 reply").click();
  const thread = page.getByRole("region", { name: "Thread" });
  await thread.getByText("order 5150").last().waitFor();
  await thread
    .getByRole("textbox", { name: "Reply in thread" })
    .fill("It is with the courier: *tomorrow before noon*.");
  await thread.getByRole("button", { name: "Send reply" }).click();

  const visitor = browser.contexts()[0]?.pages()[0];
  if (!visitor) throw new Error("The visitor has left.");
  await visitor.getByText("tomorrow before noon").waitFor();
  await say(visitor, "Thank you, that is quick!");
  await thread.getByText("Thank you, that is quick!").waitFor();
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

/** Both windows on one quiet ground. */
async function sideBySide(browser: Browser, images: Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 640 }, deviceScaleFactor: 1 });
  const shown = images
    .map((image) => `<img src="data:image/png;base64,${image.toString("base64")}">`)
    .join("");
  await page.setContent(
    `<style>body{margin:0;height:640px;display:flex;gap:28px;align-items:center;justify-content:center;background:#e9ebf1}
     img{height:560px;border-radius:12px;box-shadow:0 12px 40px #1a1f3333}</style>${shown}`,
    { waitUntil: "load" },
  );
  return page.screenshot();
}
