import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maxAway } from "../../src/settings/schema.ts";
import { violations } from "../channels/inbox/support/violations.ts";
import { type FakePostmark, startPostmark } from "../mail/support/postmark.ts";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

describeInBrowser("at night nobody is there, and the visitor leaves", () => {
  let browser: Browser;
  let postmark: FakePostmark;
  let running: Running;

  beforeAll(async () => {
    postmark = await startPostmark();
    [browser, running] = await Promise.all([
      launchChromium(),
      startRunning({
        environment: {
          POSTMARK_SERVER_TOKEN: "t",
          POSTMARK_FROM: "support@example.com",
          POSTMARK_API_URL: postmark.apiUrl,
          POSTMARK_INBOUND_ADDRESS: "abc@inbound.postmarkapp.com",
          POSTMARK_WEBHOOK_PASSWORD: "correct horse",
        },
      }),
    ]);
    await running.app.settings.change({ awayUntil: maxAway }, "Admin");
    await running.slackIsOn();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    await postmark?.stop();
  });

  const log = (page: Page) => page.getByRole("log");
  const mails = () => postmark.taken.map(({ mail }) => mail);

  test("they are asked where to answer, get the answer by email, and go on by mail and on another device", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(running.url);
    await page.getByRole("button", { name: "Open chat" }).click();
    await page.getByRole("textbox", { name: "Message" }).fill("Can I chat with a human?");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await log(page).getByText("Our team is away at the moment. Your").waitFor();

    const address = page.getByRole("textbox", { name: "Email" });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    await address.fill("zoe@example");
    await address.press("Enter");
    await page.getByText("This is not an email address.").waitFor();
    await address.fill("Zoe@Example.com");
    await address.press("Enter");
    await log(page).getByText("We answer you at zoe@example.com if you leave.").waitFor();
    expect(await address.count()).toBe(0);
    await context.close();

    const thread = () => running.slack.threads("support")[0];
    await waitFor(() => expect(JSON.stringify(thread())).toContain("zoe@example.com"));
    const { ts = "" } = { ...thread() };
    const channel = running.slack.channelId("support");
    await running.slack.as("ana").reply({ channel, ts }, "Here I am. *Sorry* for the wait.");
    await waitFor(async () => {
      running.passes(30_000);
      expect(mails()).toHaveLength(1);
    });
    const [mail] = mails();
    expect(mail).toMatchObject({ To: "zoe@example.com" });
    expect(mail?.TextBody).toContain("Here I am.");

    const token = /\+([^@]+)@/.exec(String(mail?.ReplyTo))?.[1];
    const answered = await fetch(`${running.url}/webhooks/postmark/inbound`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from("postmark:correct horse").toString("base64")}`,
      },
      body: JSON.stringify({
        MessageID: "m-1",
        FromFull: { Email: "zoe@example.com", Name: "Zoe" },
        MailboxHash: token,
        StrippedTextReply: "No problem, thanks!",
      }),
    });
    expect(answered.status).toBe(200);
    await waitFor(() => expect(JSON.stringify(thread())).toContain("No problem, thanks!"));

    const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await phone.goto(/http\S+\/widget\/continue\S+/.exec(mail?.TextBody ?? "")?.[0] ?? "");
    await log(phone).getByText("No problem, thanks!").waitFor();
    await log(phone).getByText("Here I am.").waitFor();
    expect(new URL(phone.url()).search).toBe("?site=default");
    await phone.reload();
    await phone.getByRole("heading", { name: "Your chat with" }).waitFor();
    await log(phone).getByText("No problem, thanks!").waitFor();

    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(phone.url());
    await stranger.getByRole("heading", { name: "There is no chat in this browser" }).waitFor();
    expect(await stranger.getByRole("heading").count()).toBe(1);
    expect(await violations(stranger)).toEqual([]);
    await stranger.context().close();
    await phone.close();
  });
});
