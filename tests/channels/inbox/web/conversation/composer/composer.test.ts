import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cabinet, openCabinet } from "../../../../../files/support/cabinet.ts";
import { describeInBrowser } from "../../../../../support/chromium.ts";
import { builtWeb } from "../../../support/built-web.ts";
import { eventually, log, signIn } from "../../../support/desk.ts";
import { eachInWindow } from "../../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../../support/inbox-server.ts";
import { violations } from "../../../support/violations.ts";
import { visitorIn } from "../../../support/visitors.ts";

describeInBrowser("Writing in the inbox", () => {
  let cabinet: Cabinet;
  let server: InboxServer;
  let page: Page;

  beforeAll(async () => {
    cabinet = await openCabinet();
    server = await openInboxServer({
      ...{ firstAdmin: admin, webFolder: builtWeb, given: { files: cabinet.files } },
    });
    server.clock.now = Date.now();
  });

  afterAll(async () => {
    await server?.close();
    await cabinet?.close();
  });

  eachInWindow((opened) => {
    page = opened;
  });

  const box = () => page.getByRole("textbox", { name: "Reply" });
  const opened = async (name: string) => {
    const id = await visitorIn(server.conversations, name).asksForAPerson();
    await signIn(page, server, `/inbox/c/${id}`);
    await box().waitFor();
    return id;
  };
  const lastMessage = async (id: string) => {
    const events = await server.store.eventsAfter(id, 0);
    const last = events.findLast(({ type }) => type === "message.posted");
    return last?.type === "message.posted" ? last.message : undefined;
  };

  test("files are chosen, dropped or pasted, can be taken out again, and go with the message", async () => {
    const id = await opened("Filer");
    const text = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) });
    await page.locator("input[type=file]").setInputFiles([text("one.txt"), text("two.txt")]);
    await page.getByRole("button", { name: "Remove two.txt" }).click();
    await box().evaluate((element) => {
      const give = (type: string, name: string) => {
        const data = new DataTransfer();
        data.items.add(new File(["x"], name, { type: "text/plain" }));
        const event = { bubbles: true, cancelable: true };
        element.dispatchEvent(
          type === "drop"
            ? new DragEvent("drop", { ...event, dataTransfer: data })
            : new ClipboardEvent("paste", { ...event, clipboardData: data }),
        );
      };
      give("drop", "dropped.txt");
      give("paste", "pasted.txt");
    });
    await page.getByRole("button", { name: "Remove dropped.txt" }).waitFor();
    await page.getByRole("button", { name: "Remove pasted.txt" }).waitFor();
    await eventually(() => page.getByRole("button", { name: "Send" }).isEnabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Send" }).click();
    await log(page).getByRole("link", { name: "pasted.txt" }).waitFor();
    const names = (await lastMessage(id))?.files?.map(({ name }) => name).sort();
    expect(names).toEqual(["dropped.txt", "one.txt", "pasted.txt"]);
  });

  test("a file the server does not take says why at the file, and nothing is sent without it by mistake", async () => {
    await opened("Refused");
    await page.route("**/files", (route) =>
      route.fulfill({ status: 507, json: { error: { message: "There is no room for files." } } }),
    );
    await page.locator("input[type=file]").setInputFiles({
      ...{ name: "big.txt", mimeType: "text/plain", buffer: Buffer.from("x") },
    });
    await box().fill("See the file");
    await page.getByRole("alert").getByText("There is no room for files.").waitFor();
    expect(await page.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
    await page.unroute("**/files");
    await page.getByRole("button", { name: "Try again" }).click();
    await eventually(() => page.getByRole("button", { name: "Send" }).isEnabled()).toBe(true);
  });

  test("what was begun is there after going elsewhere and after a reload, a note as a note", async () => {
    const id = await opened("Drafted");
    const other = await visitorIn(server.conversations, "Other").asksForAPerson();
    await page.getByRole("switch", { name: "Note" }).check();
    await box().fill("He must not read this");
    await page.keyboard.press("Escape");
    await page.goto(`${server.url}/inbox/c/${other}`);
    await box().waitFor();
    expect(await box().inputValue()).toBe("");
    await page.goto(`${server.url}/inbox/c/${id}`);
    await eventually(() => box().inputValue()).toBe("He must not read this");
    expect(await page.getByRole("switch", { name: "Note" }).isChecked()).toBe(true);
  });

  test("what was not sent stands there after a reload, and is sent once", async () => {
    const id = await opened("Unsent");
    await page.route("**/reply", (route) => route.abort());
    await box().fill("Do not lose me");
    await box().press("Enter");
    await log(page).getByText("Not sent yet").waitFor();
    await page.reload();
    await log(page).getByText("Not sent yet").waitFor();
    await page.unroute("**/reply");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await eventually(async () => (await lastMessage(id))?.text).toBe("Do not lose me");
    await log(page).getByText("Not sent yet").waitFor({ state: "hidden" });
    expect(await log(page).getByText("Do not lose me").count()).toBe(1);
  });

  test("what was written long ago is not sent before its writer has looked again", async () => {
    const id = await opened("Long gone");
    await page.route("**/reply", (route) => route.abort());
    await box().fill("I look at once");
    await box().press("Enter");
    await log(page).getByText("Not sent yet").waitFor();
    await page.evaluate(() => {
      for (const [name, kept] of Object.entries(localStorage))
        if (name.startsWith("inbox.unsent"))
          localStorage.setItem(name, kept.replace(/"at":\d+/g, `"at":${Date.now() - 2 * 3_600_000}`));
    });
    await page.unroute("**/reply");
    await page.reload();
    await log(page).getByText("Not sent. You wrote it a while ago.").waitFor();
    expect((await lastMessage(id))?.text).not.toBe("I look at once");
    await page.getByRole("button", { name: "Try again" }).click();
    await eventually(async () => (await lastMessage(id))?.text).toBe("I look at once");
  });

  test("an emoji is typed by its name or picked, and Markdown is shown as it will look", async () => {
    const id = await opened("Smiling");
    await box().pressSequentially("Done :ta");
    await page.getByRole("option", { name: "🎉" }).click();
    await box().pressSequentially("**bold** :+1:");
    await eventually(() => box().inputValue()).toBe("Done 🎉 **bold** 👍");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("region", { name: "Preview" }).locator("strong", { hasText: "bold" }).waitFor();
    await page.getByRole("button", { name: "Emoji" }).click();
    await page.getByRole("textbox", { name: "Emoji by name" }).fill("rocket");
    await page.keyboard.press("Enter");
    await box().press("Enter");
    await eventually(async () => (await lastMessage(id))?.text).toBe("Done 🎉 **bold** 👍🚀");
  });

  test("who would rather send with Ctrl+Enter chooses so, and Enter starts a line", async () => {
    const id = await opened("Liner");
    await page.getByRole("log").focus();
    await page.keyboard.press("?");
    await page.getByRole("switch", { name: /^Send with .+ only$/ }).check();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await box().focus();
    await page.keyboard.type("one");
    await page.keyboard.press("Enter");
    await page.keyboard.type("two");
    await page.keyboard.press("Control+Enter");
    await eventually(async () => (await lastMessage(id))?.text).toBe("one\ntwo");
  });

  test("a history of 2,000 messages is drawn from its end, and further up as one scrolls there", async () => {
    const agent = { id: "u-ben", name: "Ben" };
    const visitor = visitorIn(server.conversations, "Long");
    const conversationId = await visitor.asksForAPerson();
    for (let number = 1; number <= 2_000; number += 1)
      await server.conversations.reply({
        ...{ conversationId, agent, text: `Message **${number}**.` },
        source: { via: "inbox", externalId: randomUUID() },
      });
    await signIn(page, server);
    await page.goto(`${server.url}/inbox/c/${conversationId}`);
    await log(page).getByText("Message 2000.").waitFor();
    expect(await log(page).getByRole("article").count()).toBeLessThan(200);
    await log(page).evaluate((element) => element.scrollTo({ top: 0 }));
    await log(page).getByText("Message 1800.").waitFor();
    await page.getByRole("button", { name: "Jump to latest" }).click();
    await page.getByRole("button", { name: "Jump to latest" }).waitFor({ state: "hidden" });
  });
});
