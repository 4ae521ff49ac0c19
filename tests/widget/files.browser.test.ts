import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { widgetBundle } from "../support/widget-bundle.ts";
import { startWidgetServer, type WidgetServer } from "../support/widget-server.ts";
import { visit } from "./visitor.ts";

const picture = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600"/></svg>',
);

describeInBrowser("files", () => {
  let script: string;
  let browser: Browser;
  let server: WidgetServer;

  beforeAll(async () => {
    script = await widgetBundle();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await startWidgetServer(script);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await server.stop();
  });

  async function opened() {
    const visitor = await visit(browser, server.url);
    await visitor.open.click();
    return { ...visitor, attached: visitor.page.getByRole("list", { name: "Attached files" }) };
  }

  test("are chosen, uploaded and sent by who never wrote before, without a word", async () => {
    const { page, button, by, attached, log } = await opened();
    const choosing = page.waitForEvent("filechooser");
    await button("Attach file").click();
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles([
      { name: "größe 100%.txt", mimeType: "text/plain", buffer: Buffer.from("hello") },
      { name: "photo.svg", mimeType: "image/svg+xml", buffer: picture },
    ]);
    await attached.getByText("größe 100%.txt").waitFor();
    await button("Send").click();
    await by("You").getByRole("link", { name: "größe 100%.txt", exact: true }).waitFor();
    await by("You").getByText("5 B", { exact: true }).waitFor();
    await by("You").getByRole("img", { name: "photo.svg", exact: true }).waitFor();
    await by("You").getByText("Sent", { exact: true }).waitFor();
    expect(await log.locator(".own .text").count()).toBe(0);
    expect(await attached.count()).toBe(0);
  });

  test("of an agent: a picture is shown in its place before it is there, others are links that open elsewhere", async () => {
    const { page, by, log, conversation } = await begun();
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route("**/files/*", (route) => arrived.then(() => route.continue()));
    const shown = server.keep("parcel.svg", "image/svg+xml", picture);
    const linked = server.keep("invoice.pdf", "application/pdf", Buffer.alloc(1_234_567));
    conversation().agentSays("Ana", "", { files: [shown, linked] });
    const image = by("Ana").getByRole("img", { name: "parcel.svg", exact: true });
    await image.waitFor();
    const before = await image.boundingBox();
    arrive();
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(900);
    expect(await image.boundingBox()).toEqual(before);
    const link = by("Ana").getByRole("link", { name: "invoice.pdf", exact: true });
    expect(await link.evaluate((a: HTMLAnchorElement) => [a.href, a.target, a.rel])).toEqual([
      server.url + linked.url,
      "_blank",
      "noopener noreferrer",
    ]);
    await by("Ana").getByText("1.2 MB", { exact: true }).waitFor();
    expect(await log.locator("article:not(.own) .text").count()).toBe(1);
  });

  test("that are pictures but cannot be loaded are links", async () => {
    const { by, conversation } = await begun();
    const lost = { ...server.keep("lost.png", "image/png", picture), url: "/nowhere.png" };
    conversation().agentSays("Ana", "see", { files: [lost] });
    await by("Ana").getByRole("link", { name: "lost.png", exact: true }).waitFor();
    await expect.poll(() => by("Ana").getByRole("img").count()).toBe(0);
    await by("Ana").getByRole("link", { name: "lost.png", exact: true }).waitFor();
  });

  test("that are refused say why and can be tried again or removed", async () => {
    const { page, button, attached, by, message } = await opened();
    server.trouble.uploadRefusals.push("This kind of file is not accepted.", "Still not.");
    await page.locator("input[type=file]").setInputFiles({ name: "a.exe", mimeType: "", buffer: picture });
    await attached.getByText("This kind of file is not accepted.").waitFor();
    expect(await button("Send").isDisabled()).toBe(true);
    await button("Try again").click();
    await attached.getByText("Still not.").waitFor();
    await button("Remove a.exe").click();
    expect(await attached.count()).toBe(0);
    await message.fill("never mind");
    await message.press("Enter");
    await by("You").getByText("never mind", { exact: true }).waitFor();
  });

  test("that cannot be brought over the network are tried again", async () => {
    const { page, button, attached, by } = await begun();
    await page.route("**/widget/files**", (route) => route.abort());
    await page.locator("input[type=file]").setInputFiles({ name: "a.txt", mimeType: "", buffer: picture });
    await attached.getByText("The upload was interrupted.").waitFor();
    await page.unroute("**/widget/files**");
    await button("Try again").click();
    await attached.getByText(/ B$/).waitFor();
    await button("Send").click();
    await by("You").getByRole("link", { name: "a.txt", exact: true }).waitFor();
  });

  test("under way show how far they are; the message goes when they are there", async () => {
    const { page, button, by, message } = await begun();
    let arrive = () => {};
    server.trouble.uploadsWait = new Promise((resolve) => {
      arrive = resolve;
    });
    await page.locator("input[type=file]").setInputFiles({ name: "a.txt", mimeType: "", buffer: picture });
    await page.getByRole("progressbar", { name: "a.txt" }).waitFor();
    await message.fill("here");
    await message.press("Enter");
    await page.getByText("Sends as soon as everything is uploaded…").waitFor();
    expect(await button("Send").isDisabled()).toBe(true);
    arrive();
    await by("You").getByRole("link", { name: "a.txt", exact: true }).waitFor();
    expect(await message.inputValue()).toBe("");
  });

  test("are dropped on the panel", async () => {
    const { page, attached } = await begun();
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["dropped"], "dropped.txt"));
      return transfer;
    });
    const panel = page.getByRole("dialog");
    await panel.dispatchEvent("dragover", { dataTransfer: dropped });
    await page.getByText("Drop files here").waitFor();
    await panel.dispatchEvent("drop", { dataTransfer: dropped });
    await attached.getByText("dropped.txt").waitFor();
    expect(await page.getByText("Drop files here").count()).toBe(0);
  });

  test("are pasted as pictures, while text that comes with a picture of itself stays text", async () => {
    const { attached, message } = await begun();
    const paste = (withText: boolean) =>
      message.evaluate((box, withText) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File(["x"], "image.png", { type: "image/png" }));
        if (withText) clipboardData.setData("text/plain", "words");
        box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, withText);
    await paste(true);
    await paste(false);
    await attached.getByText("image.png").waitFor();
    expect(await attached.getByText("image.png").count()).toBe(1);
  });

  test("are exchanged on a website elsewhere", async () => {
    const elsewhere = server.url.replace("127.0.0.1", "localhost");
    server.trouble.page = `<script src="${server.url}/widget.js" data-site="default"></script>`;
    const { page, open, by, button } = await visit(browser, elsewhere);
    await open.click();
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "a.svg", mimeType: "image/svg+xml", buffer: picture });
    await button("Send").click();
    const image = by("You").getByRole("img", { name: "a.svg" });
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(900);
  });

  async function begun() {
    const visitor = await opened();
    await visitor.write("hello");
    await visitor.by("You").getByText("Sent", { exact: true }).waitFor();
    return { ...visitor, conversation: () => server.conversation() };
  }
});
