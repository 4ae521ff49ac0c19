import { createEmulator, type Emulator } from "emulate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smsConsent } from "../../src/channels/widget/sms-consent.ts";
import { maxAway } from "../../src/settings/schema.ts";
import { violations } from "../channels/inbox/support/violations.ts";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { waitFor } from "../support/patience.ts";
import { freePort, type Running, startRunning } from "../support/running.ts";

const account = { sid: `AC${"1".repeat(32)}`, auth_token: "secret" };
const [team, zoe] = ["+14155550100", "+14155550177"];
const authorization = `Basic ${Buffer.from(`${account.sid}:${account.auth_token}`).toString("base64")}`;

describeInBrowser("the visitor leaves and continues by SMS", () => {
  let browser: Browser;
  let twilio: Emulator;
  let running: Running;

  beforeAll(async () => {
    const twilioPort = await freePort();
    [browser, running] = await Promise.all([
      launchChromium(),
      startRunning({
        environment: {
          TWILIO_ACCOUNT_SID: account.sid,
          TWILIO_AUTH_TOKEN: account.auth_token,
          TWILIO_FROM: team,
          TWILIO_API_URL: `http://127.0.0.1:${twilioPort}/`,
        },
      }),
    ]);
    const sms_url = `${running.url}/webhooks/twilio/sms`;
    twilio = await createEmulator({
      ...{ service: "twilio", port: twilioPort },
      seed: { twilio: { account, phone_numbers: [{ phone_number: team, sms_url }] } },
    });
    await running.app.settings.change({ awayUntil: maxAway }, "Admin");
    await running.slackIsOn();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    await twilio?.close();
  });

  const log = (page: Page) => page.getByRole("log");
  const sent = async (): Promise<{ to: string; body: string }[]> => {
    const url = `${twilio.url}/2010-04-01/Accounts/${account.sid}/Messages.json`;
    const { messages } = await (await fetch(url, { headers: { authorization } })).json();
    return messages.filter(({ to }: { to: string }) => to === zoe);
  };
  const texts = (Body: string) =>
    fetch(`${twilio.url}/_twilio/simulate/inbound-message`, {
      method: "POST",
      headers: { authorization },
      body: new URLSearchParams({ To: team, From: zoe, Body }),
    });

  test("they leave a number, get the answer by SMS, and go on by SMS and on another device", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(running.url);
    await page.getByRole("button", { name: "Open chat" }).click();
    await page.getByRole("textbox", { name: "Message" }).fill("Can I chat with a human?");
    await page.getByRole("button", { name: "Send", exact: true }).click();

    const number = page.getByRole("textbox", { name: "Phone" });
    await number.waitFor();
    await log(page).getByText(smsConsent).waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    await number.press("Enter");
    await page.getByText("Please leave an email address or a number.").waitFor();
    await number.fill("0177 123");
    await number.press("Enter");
    await page.getByText("This is not a phone number we can text.").waitFor();
    await number.fill("+1 (415) 555-0177");
    await number.press("Enter");
    await log(page).getByText(`We answer you by SMS at ${zoe} if you leave.`).waitFor();
    expect(await number.count()).toBe(0);
    await context.close();

    const thread = () => running.slack.threads("support")[0];
    await waitFor(() => expect(JSON.stringify(thread())).toContain(`${zoe} by SMS`));
    const { ts = "" } = { ...thread() };
    const channel = running.slack.channelId("support");
    await running.slack.as("ana").reply({ channel, ts }, "Here I am. *Sorry* for the wait.");
    await waitFor(async () => {
      running.passes(30_000);
      expect(await sent()).toHaveLength(1);
    });
    const [{ body = "" } = {}] = await sent();
    expect(body).toContain("Here I am. Sorry for the wait.");
    await waitFor(() => expect(JSON.stringify(thread())).toContain('"iphone"'));

    await texts("No problem, thanks!");
    await waitFor(() => expect(JSON.stringify(thread())).toContain("No problem, thanks!"));

    const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await phone.goto(/http\S+\/widget\/continue\S+/.exec(body)?.[0] ?? "");
    await log(phone).getByText("No problem, thanks!").waitFor();
    await log(phone).getByText("Here I am.").waitFor();
    await phone.close();

    await texts("STOP");
    await waitFor(() => expect(JSON.stringify(thread())).toContain("gets no more SMS"));
    expect(JSON.stringify(thread())).not.toContain("STOP");
  });
});
