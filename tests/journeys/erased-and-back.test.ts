import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maxAway } from "../../src/settings/schema.ts";
import { violations } from "../channels/inbox/support/violations.ts";
import { type FakePostmark, startPostmark } from "../mail/support/postmark.ts";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { waitFor } from "../support/patience.ts";
import { freePort, type Running, startRunning } from "../support/running.ts";
import { type FakeTwilio, startTwilio, twilioEnvironment } from "../support/twilio.ts";

const number = "+14155550177";

describeInBrowser("a visitor is erased, and comes back by all that they still have", () => {
  let browser: Browser;
  let postmark: FakePostmark;
  let twilio: FakeTwilio;
  let running: Running;

  beforeAll(async () => {
    const twilioPort = await freePort();
    postmark = await startPostmark();
    [browser, running] = await Promise.all([
      launchChromium(),
      startRunning({
        erasureSettledAfterMs: 0,
        environment: {
          ...twilioEnvironment(twilioPort),
          POSTMARK_SERVER_TOKEN: "t",
          POSTMARK_FROM: "support@example.com",
          POSTMARK_API_URL: postmark.apiUrl,
          POSTMARK_INBOUND_ADDRESS: "abc@inbound.postmarkapp.com",
          POSTMARK_WEBHOOK_PASSWORD: "correct horse",
        },
      }),
    ]);
    twilio = await startTwilio(twilioPort, running.url);
    await running.app.settings.change({ awayUntil: maxAway }, "Admin");
    await running.slackIsOn();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    await twilio?.stop();
    await postmark?.stop();
  });

  const log = (page: Page) => page.getByRole("log");
  const mails = () => postmark.taken.map(({ mail }) => mail);
  const box = (page: Page) => page.getByRole("textbox", { name: "Message" });

  async function writes(page: Page, text: string): Promise<void> {
    await box(page).fill(text);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await log(page).getByText(text).waitFor();
  }

  async function opened(context: BrowserContext, url: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(url);
    // The page of a link opens it by itself.
    if (!url.includes("token=")) await page.getByRole("button", { name: "Open chat" }).click();
    await box(page).waitFor();
    return page;
  }

  const idOf = async (search: string) =>
    (await running.app.storage.directory.list({ search })).summaries[0]?.conversation.id ?? "";

  async function isAnsweredInSlack(about: string, text: string): Promise<void> {
    const thread = () => running.slack.threads("support").find((one) => JSON.stringify(one).includes(about));
    await waitFor(() => expect(thread()).toBeDefined());
    const { ts = "" } = { ...thread() };
    await running.slack.as("ana").reply({ channel: running.slack.channelId("support"), ts }, text);
  }

  const answersByMail = (mail: Record<string, unknown>, text: string) =>
    fetch(`${running.url}/webhooks/postmark/inbound`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from("postmark:correct horse").toString("base64")}`,
      },
      body: JSON.stringify({
        MessageID: randomUUID(),
        FromFull: { Email: "zoe@example.com", Name: "Zoe" },
        MailboxHash: /\+([^@]+)@/.exec(String(mail.ReplyTo))?.[1],
        StrippedTextReply: text,
      }),
    });

  test("by a link, in tabs that were open, by mail: each says that it is deleted, and nothing leads into what is new", async () => {
    const shop = await browser.newContext();
    const page = await opened(shop, running.url);
    await writes(page, "Can I chat with a human about my MANGO?");
    const address = page.getByRole("textbox", { name: "Email" });
    await address.fill("zoe@example.com");
    await address.press("Enter");
    await log(page).getByText("We answer you at zoe@example.com").waitFor();
    await shop.close();
    await isAnsweredInSlack("MANGO", "Here I am.");
    await waitFor(() => {
      running.passes(30_000);
      expect(mails()).toHaveLength(1);
    });
    const [mail = {}] = mails() as Record<string, unknown>[];
    const link = /http\S+\/widget\/continue\S+/.exec(String(mail.TextBody))?.[0] ?? "";

    // On their phone the chat is open in two tabs when it is erased.
    const phone = await browser.newContext({ viewport: { width: 390, height: 800 } });
    const one = await opened(phone, link);
    await log(one).getByText("MANGO").waitFor();
    const other = await opened(phone, running.url);
    await log(other).getByText("MANGO").waitFor();
    await running.app.privacy.erase(await idOf("MANGO"), "Admin");
    for (const tab of [one, other]) {
      await log(tab).getByText("Your earlier chat here was deleted").waitFor();
      expect(await log(tab).getByText("MANGO").count()).toBe(0);
    }
    await writes(one, "It is me again about KIWI");
    await log(other).getByText("KIWI").waitFor();
    await other.reload();
    await other.getByRole("button", { name: "Open chat" }).click();
    await log(other).getByText("KIWI").waitFor();
    expect(await log(other).getByText("Your earlier chat here was deleted").count()).toBe(0);

    // The link, here and on another device, says what became of it, and leads nowhere else.
    const desk = await browser.newContext();
    for (const context of [phone, desk]) {
      const page = await context.newPage();
      expect((await page.goto(link))?.status()).toBe(410);
      await page.getByRole("heading", { name: "This chat was deleted" }).waitFor();
      expect(await page.content()).not.toMatch(/everything you said so far|MANGO/);
    }
    const stranger = await desk.newPage();
    await stranger.goto(link);
    for (const colorScheme of ["light", "dark"] as const) {
      await stranger.emulateMedia({ colorScheme });
      expect(await violations(stranger)).toEqual([]);
    }
    await stranger.getByRole("button", { name: "Open chat" }).click();
    expect(await log(stranger).getByText("KIWI").count()).toBe(0);
    await writes(stranger, "May I begin anew about PEACH?");
    expect(await idOf("PEACH")).not.toBe(await idOf("KIWI"));
    await desk.close();
    await phone.close();

    await answersByMail(mail, "Thanks, bye from PLUM");
    await waitFor(() => expect(mails()).toHaveLength(2));
    expect(mails()[1]).toMatchObject({ To: "zoe@example.com", Subject: "Your mail was not delivered" });
    expect(mails()[1]?.TextBody).toContain("was deleted, with everything that was said in it");
    expect(await idOf("PLUM")).toBe("");
  });

  test("by SMS: they are told, and it goes nowhere", async () => {
    const visitor = await running.visitor();
    await visitor.says("Talk to a human about FIGS");
    visitor.send({ type: "give-address", id: randomUUID(), phone: number, email: "" });
    await visitor.hears(`We answer you by SMS at ${number}`);
    visitor.leaves();
    await isAnsweredInSlack("FIGS", "Here I am.");
    await waitFor(async () => {
      running.passes(30_000);
      expect(await twilio.sentTo(number)).toHaveLength(1);
    });
    await running.app.privacy.erase(await idOf("FIGS"), "Admin");
    expect(await twilio.answerTo(number, "Thanks, bye from DATES", "SM1")).toMatch(
      /Your chat with .* was deleted, so nobody got this/,
    );
    expect(await twilio.answerTo(number, "Thanks, bye from DATES", "SM1")).toBe("");
    expect(await idOf("DATES")).toBe("");
  });
});
