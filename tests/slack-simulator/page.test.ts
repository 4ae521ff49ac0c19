import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { patienceMs, waitFor } from "../support/patience.ts";
import { startBoltApp, webClient } from "./bolt-app.ts";
import { type SlackSimulator, startSlackSimulator } from "./index.ts";

const plain = (text: string) => ({ type: "plain_text" as const, text });

describeInBrowser("The page", () => {
  let simulator: SlackSimulator;
  let bolt: { stop(): Promise<void> };
  let browser: Browser;
  let page: Page;
  const heard: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    simulator = await startSlackSimulator({ paced: false });
    bolt = await startBoltApp(simulator, (app) => {
      app.message(async ({ message }) => void heard.push("text" in message ? String(message.text) : ""));
      app.action("claim", async ({ ack, respond }) => {
        await ack();
        await respond({ text: "You claimed it", replace_original: false });
      });
      app.command("/handoff", async ({ ack, command, client }) => {
        const input = {
          type: "input" as const,
          block_id: "to",
          label: plain("Email recipients"),
          element: { type: "plain_text_input" as const, action_id: "v" },
        };
        await client.views.open({
          trigger_id: command.trigger_id,
          view: {
            type: "modal",
            callback_id: "settings",
            title: plain("Settings"),
            submit: plain("Save"),
            blocks: [input],
          },
        });
        await ack();
      });
      app.view("settings", async ({ ack, view }) => {
        const isEmail = view.state.values.to?.v?.value?.includes("@");
        await (isEmail ? ack() : ack({ response_action: "errors", errors: { to: "Not an email address" } }));
      });
    });
    browser = await launchChromium();
    page = await browser.newPage();
    page.setDefaultTimeout(patienceMs);
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("dialog", (dialog) => faults.push(dialog.message()));
    await webClient(simulator).chat.postMessage({
      channel: "support",
      username: "Visitor",
      text: "card",
      blocks: [
        { type: "section", text: { type: "mrkdwn", text: "*Hello* &lt;img src=x onerror=alert(1)&gt;" } },
        { type: "actions", elements: [{ type: "button", action_id: "claim", text: plain("Claim") }] },
      ],
    });
    await page.goto(simulator.pageUrl);
  });
  afterAll(async () => {
    await browser?.close();
    await bolt.stop();
    await simulator.stop();
  });
  const channel = () => page.getByRole("region", { name: "Channel" });
  const thread = () => page.getByRole("region", { name: "Thread" });

  test("what the app posts is shown as text, under the name it wears", async () => {
    await channel().getByText("<img src=x onerror=alert(1)>").waitFor();
    expect(
      await channel()
        .getByRole("article", { name: "Visitor" })
        .getByText("Hello", { exact: true })
        .evaluate((node) => node.tagName),
    ).toBe("STRONG");
  });

  test("a reply typed in the thread reaches the app and both lists", async () => {
    await channel().getByRole("article", { name: "Visitor" }).hover();
    await channel().getByRole("button", { name: "Reply in thread" }).click();
    await thread().getByRole("textbox", { name: "Reply in thread" }).fill("On it *now*");
    await thread().getByRole("button", { name: "Send reply" }).click();
    await thread().getByText("On it now").waitFor();
    await channel().getByRole("button", { name: "1 reply" }).waitFor();
    await waitFor(() => expect(heard).toContain("On it *now*"));
  });

  test("a command is refused inside a thread", async () => {
    await thread().getByRole("textbox", { name: "Reply in thread" }).fill("/handoff");
    await thread().getByRole("button", { name: "Send reply" }).click();
    await page.getByText("/handoff is not supported in threads. Sorry!").waitFor();
  });

  test("a button answers with what only this person sees", async () => {
    await channel().getByRole("button", { name: "Claim" }).click();
    await channel().getByText("You claimed it").waitFor();
    await channel().getByText("Only visible to you").waitFor();
    await page.getByLabel("You are").selectOption("ben");
    await channel().getByText("You claimed it").waitFor({ state: "detached" });
  });

  test("a command opens a modal, which shows what was wrong and closes when saved", async () => {
    await page.getByRole("textbox", { name: "Message", exact: true }).fill("/handoff settings");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Email recipients" }).fill("nobody");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Not an email address").waitFor();
    await page.getByRole("textbox", { name: "Email recipients" }).fill("a@example.com");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("a file and a message can be sent, edited and deleted", async () => {
    await page
      .locator("#main input[type=file]")
      .setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") });
    await page.getByRole("textbox", { name: "Message", exact: true }).fill("see this");
    await page.getByRole("button", { name: "Send message" }).click();
    const message = channel().getByRole("article", { name: "Ben" });
    await message.getByText("notes.txt").waitFor();
    await message.hover();
    await message.getByRole("button", { name: "More actions" }).click();
    await message.getByRole("button", { name: "Edit message" }).click();
    await message.getByRole("textbox", { name: "Edit message" }).fill("see that");
    await message.getByRole("button", { name: "Save changes" }).click();
    await message.getByText("(edited)").waitFor();
    await message.getByRole("button", { name: "More actions" }).click();
    await message.getByRole("button", { name: "Delete message" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await message.waitFor({ state: "detached" });
    expect(simulator.messages("support").map(({ text }) => text)).not.toContain("see that");
  });

  test("it has no accessibility violations and threw no errors", async () => {
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
    );
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = (await page.evaluate("axe.run()")) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
    }
    expect(faults).toEqual([]);
  });
});
