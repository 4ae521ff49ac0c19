import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "../channels/inbox/support/violations.ts";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { type Outage, startOutage } from "../support/outage.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

const [ana, anasPhone] = ["ana@example.com", "+14155550123"];
/** Where to put pictures of the page, to be looked at. */
const pictures = process.env.PAGE_PICTURES;

describeInBrowser("who is told that somebody waits", () => {
  let browser: Browser;
  let page: Page;
  let running: Running;
  let postmark: Outage;
  let twilio: Outage;

  beforeAll(async () => {
    [postmark, twilio] = await Promise.all([
      startOutage({ status: 200, body: () => ({ ErrorCode: 0, Message: "OK", MessageID: "m-1" }) }),
      startOutage({ status: 201, body: () => ({ sid: "SM1" }) }),
    ]);
    [browser, running] = await Promise.all([
      launchChromium(),
      startRunning({
        environment: {
          POSTMARK_SERVER_TOKEN: "t",
          POSTMARK_FROM: "support@example.com",
          POSTMARK_API_URL: postmark.url,
          TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
          TWILIO_AUTH_TOKEN: "secret",
          TWILIO_FROM: "+14155550100",
          TWILIO_API_URL: twilio.url,
        },
      }),
    ]);
    await running.slackIsOn();
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(`${running.url}/inbox/settings`);
    await page.getByRole("textbox", { name: "Email" }).fill("admin@example.com");
    await page.getByRole("textbox", { name: "Password" }).fill("correct horse battery");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("switch", { name: "Email notifications" }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    await Promise.all([postmark?.stop(), twilio?.stop()]);
  });

  const type = async (text: string) =>
    JSON.stringify(await running.slack.as("ana").command("/handoff", text));
  const isOn = (name: string) => page.getByRole("switch", { name }).isChecked();
  const save = async () => {
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
  };

  test("the switches of both ways are the same in Slack and on the settings page, and somebody is told by them", async () => {
    for (const [way, name, recipients, recipient, outage] of [
      ["email", "Email notifications", "Email recipients", ana, postmark],
      ["sms", "SMS notifications", "SMS recipients", anasPhone, twilio],
    ] as const) {
      await page.getByRole("textbox", { name: recipients }).fill(recipient);
      await page.getByRole("switch", { name }).check();
      await save();
      expect(await type(`notify ${way} off`)).toContain("off");
      await waitFor(async () => expect(await isOn(name)).toBe(false));
      await (await running.visitor()).asksForPerson();

      expect(await type(`notify ${way} on`)).toContain(`Recipients: ${recipient}`);
      await waitFor(async () => expect(await isOn(name)).toBe(true));
      await (await running.visitor()).asksForPerson();
      await waitFor(() => expect(outage.taken).toHaveLength(1));

      await page.getByRole("switch", { name }).uncheck();
      await save();
      expect(await type("status")).not.toContain(`${way === "sms" ? "SMS" : "Email"} is switched on`);
      expect((await running.app.settings.current())[`${way}Notifications`]).toBe(false);
    }
  });

  test("a message to try each way says in words what the provider answered, in Slack and on the page", async () => {
    for (const [way, recipient, outage, service] of [
      ["email", ana, postmark, "Postmark"],
      ["sms", anasPhone, twilio, "Twilio"],
    ] as const) {
      const button = page.getByRole("button", { name: `Send a test to ${recipient}` });
      await button.click();
      await page.getByText(new RegExp(`^${service} took the (mail|SMS) to`)).waitFor();
      outage.answers(503);
      await button.click();
      await page.getByText(new RegExp(`^${service} takes no (mail|messages) at the moment\\.`)).waitFor();
      await type(`notify ${way} test`);
      const told = () => JSON.stringify(running.slack.as("ana").inbox());
      await waitFor(() => expect(told()).toMatch(new RegExp(`${service} takes no (mail|messages)`)));
      outage.answers("up");
    }
  });

  test("and everybody can read and use the page", async () => {
    for (const [colorScheme, width] of [
      ["light", 1100],
      ["dark", 1100],
      ["light", 390],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
      if (!pictures) continue;
      mkdirSync(pictures, { recursive: true });
      const path = join(pictures, `settings-${colorScheme}-${width}.png`);
      await page.setViewportSize({ width, height: 5_000 });
      await page.screenshot({ path });
    }
  });
});
