import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { type Answer, gemini, startGemini } from "../support/gemini.ts";
import { gated, interpreter, isTranslation, type PhraseBook } from "../support/interpreter.ts";
import { patienceMs, waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

const phrases: PhraseBook = {
  "Où est ma commande ?": { from: "fr", text: "Wo ist meine Bestellung?" },
  "Merci !": { from: "fr", text: "Danke!" },
  "Sie kommt morgen.": { from: "de", text: "Elle arrive demain." },
  "Noch etwas?": { from: "de", text: "Autre chose ?" },
  "Schönen Tag!": { from: "de", text: "Bonne journée !" },
};

/** The model translates, and answers nobody: visitors go to people. */
const translating =
  (answer: Answer = interpreter(phrases)): Answer =>
  (response, asked) =>
    isTranslation(asked) ? answer(response, asked) : gemini.fails(400)(response);

describeInBrowser("a visitor who writes French, and an agent in Slack who writes German", () => {
  let browser: Browser;
  let model: Awaited<ReturnType<typeof startGemini>>;
  let running: Running;
  let page: Page;

  beforeAll(async () => {
    model = await startGemini();
    model.answers(translating());
    [browser, running] = await Promise.all([
      launchChromium(),
      startRunning({ environment: { GEMINI_API_KEY: "k", GEMINI_API_URL: model.url } }),
    ]);
    await running.app.settings.change({ teamLanguage: "de" }, "Ana");
    await running.slackIsOn();
    page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
    page.setDefaultTimeout(patienceMs);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    await model?.stop();
  });

  const say = async (text: string) => {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.getByRole("button", { name: "Send", exact: true }).click();
  };
  const openChat = () => page.getByRole("button", { name: "Open chat" }).click();
  const log = () => page.getByRole("log");
  /** What the team wrote, as the visitor reads it. */
  const read = () => log().getByRole("article", { name: "Ana" }).locator(".text").allInnerTexts();
  const reads = (...texts: string[]) => waitFor(async () => expect(await read()).toEqual(texts));

  const thread = () => {
    const [found] = running.slack.threads("support");
    return found ?? expect.fail("There is no thread yet.");
  };
  const ana = () => running.slack.as("ana");
  const cardSays = (words: string) => waitFor(() => expect(JSON.stringify(thread().blocks)).toContain(words));
  const threadSays = (words: string) =>
    waitFor(() =>
      expect(
        thread()
          .replies.map(({ text }) => text)
          .join("\n"),
      ).toContain(words),
    );

  test("each read and write their own language, and nothing is said before it is translated", async () => {
    await page.goto(`${running.url}/`);
    await openChat();
    await say("Où est ma commande ?");
    await cardSays("The visitor seems to write French.");
    await ana().click(thread(), "Translate into German");
    await threadSays("Wo ist meine Bestellung?\nOriginal: Où est ma commande ?");
    await cardSays("The visitor reads and writes French, the team German.");

    const slow = gated(interpreter(phrases));
    model.answers(translating(slow.answer));
    await ana().reply(thread(), "Sie kommt morgen.");
    await slow.asked();
    await ana().reply(thread(), "Noch etwas?");
    await page.reload();
    await openChat();
    await log().getByText("Où est ma commande ?").waitFor();
    expect(await log().innerText()).not.toMatch(/morgen|Noch/);
    slow.open();
    await reads("Elle arrive demain.", "Autre chose ?");

    await page.getByRole("button", { name: "Show original" }).first().click();
    await reads("Sie kommt morgen.", "Autre chose ?");
    await page.getByRole("button", { name: "Show translation" }).click();
    await threadSays("Ana’s reply was sent in French: Autre chose ?");

    await say("Merci !");
    await threadSays("Danke!\nOriginal: Merci !");
  });

  test("a restart while a reply waits loses nothing and says nothing twice", async () => {
    const slow = gated(interpreter(phrases));
    model.answers(translating(slow.answer));
    await ana().reply(thread(), "Schönen Tag!");
    await slow.asked();
    const stopped = running.stopApp();
    slow.open();
    await stopped;
    await running.startApp();
    await reads("Elle arrive demain.", "Autre chose ?", "Bonne journée !");
    await page.reload();
    await openChat();
    await reads("Elle arrive demain.", "Autre chose ?", "Bonne journée !");
  });
});
