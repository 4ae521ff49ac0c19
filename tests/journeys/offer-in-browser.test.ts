import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { type GeminiRequest, gemini, startGemini } from "../support/gemini.ts";
import { type Running, startRunning } from "../support/running.ts";
import { widgetIn } from "../widget/visitor.ts";

describeInBrowser("a visitor who may want a person, in a browser", () => {
  let browser: Browser;
  let running: Running;
  let server: Awaited<ReturnType<typeof startGemini>>;

  beforeAll(async () => {
    server = await startGemini();
    server.answers((response, asked) => {
      const answer = isWork(asked) ? gemini.fails(404) : gemini.says("It arrives on Monday.");
      answer(response);
    });
    const environment = { GEMINI_API_KEY: "k", GEMINI_API_URL: server.url };
    [browser, running] = await Promise.all([
      launchChromium(),
      startRunning({ withoutSlack: true, environment }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    await server?.stop();
  });

  /** Briefs and the like, which have nothing to do with this. */
  const isWork = ({ body }: GeminiRequest) => body.generationConfig?.responseSchema !== undefined;

  async function visit(): Promise<{ page: Page } & ReturnType<typeof widgetIn>> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(running.url);
    const widget = widgetIn(page);
    await widget.open.click();
    return { page, ...widget };
  }

  test("is asked, keeps going, and is answered; the usual button is back", async () => {
    const { page, write, button, by } = await visit();
    await write("This is useless. Where is my order?");
    await by("Assistant").getByText("Would you like to talk to a person from the team?").waitFor();
    await button("Keep going").waitFor();
    expect(await button("Talk to a person").count()).toBe(1);

    await page.reload();
    await button("Open chat").click();
    await button("Keep going").click();
    await by("Assistant").getByText("It arrives on Monday.", { exact: true }).waitFor();
    expect(await button("Keep going").count()).toBe(0);
    expect(await button("Talk to a person").count()).toBe(1);
  });

  test("is answered first, asked below the answer, and connected with one press", async () => {
    const { page, write, button, by, log } = await visit();
    await write("Can someone help me with my order?");
    await by("Assistant").getByText("It arrives on Monday.", { exact: true }).waitFor();
    await button("Keep going").waitFor();
    const said = await by("Assistant").allInnerTexts();
    expect(said.at(-1)).toContain("Would you like to talk to a person from the team?");
    await button("Talk to a person").click();
    await log.getByText("Connecting you with a team member — one moment please.").waitFor();
    await page.getByRole("heading", { name: "Waiting for a person…" }).waitFor();
    expect(await button("Talk to a person").count()).toBe(0);
    expect(await button("Keep going").count()).toBe(0);
  });
});
