import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { widgetBundle } from "../support/widget-bundle.ts";
import { startWidgetServer, type WidgetServer } from "../support/widget-server.ts";
import { visit } from "./visitor.ts";

describeInBrowser("messages that change", () => {
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

  /** A visitor who has said "hello". */
  async function begun() {
    const visitor = await visit(browser, server.url);
    await visitor.open.click();
    await visitor.write("hello");
    await visitor.by("You").getByText("Sent", { exact: true }).waitFor();
    return { ...visitor, conversation: server.conversation() };
  }

  test("an agent's edit replaces the words, marked as edited, and nothing else is read out again", async () => {
    const { by, log, conversation } = await begun();
    const id = conversation.agentSays("Ana", "Tomorow");
    conversation.agentSays("Ana", "Or today");
    await by("Ana").getByText("Or today", { exact: true }).waitFor();
    const added = await countAdded(log);
    conversation.edits(id, "Tomorrow");
    await by("Ana").getByText("Tomorrow", { exact: true }).waitFor();
    await by("Ana").getByText("edited", { exact: true }).waitFor();
    expect(await by("Ana").getByText("Tomorow").count()).toBe(0);
    expect(await added()).toBe(0);
  });

  test("a message that arrives stays the element it was while it was under way", async () => {
    const { by, log, write } = await begun();
    server.trouble.deafTo.add("say");
    await write("second");
    await by("You").getByText("Sending", { exact: true }).waitFor();
    const added = await countAdded(log);
    server.trouble.deafTo.clear();
    server.disconnect();
    await expect.poll(() => by("You").getByText("Sent", { exact: true }).count()).toBe(2);
    expect(await added()).toBe(0);
  });

  test("what an agent takes back is gone with its heading, and from the count of unread", async () => {
    const { page, by, log, close, conversation } = await begun();
    const id = conversation.agentSays("Ana", "Not for you");
    await by("Ana").waitFor();
    await close.click();
    const other = conversation.agentSays("Ana", "Nor this");
    await page.getByText("1 unread message").waitFor();
    conversation.takesBack(other);
    await expect.poll(() => page.getByText("unread").count()).toBe(0);
    conversation.takesBack(id);
    await page.getByRole("button", { name: "Open chat" }).click();
    await by("You").waitFor();
    expect(await log.getByText("Ana").count()).toBe(0);
    expect(await log.locator(".author").count()).toBe(1);
  });

  test("the visitor changes the last message from the keyboard", async () => {
    const { page, by, message, conversation } = await begun();
    await message.press("ArrowUp");
    expect(await message.inputValue()).toBe("hello");
    await page.getByText("Editing your message").waitFor();
    await message.fill("hello there");
    await message.press("Enter");
    await by("You").getByText("hello there", { exact: true }).waitFor();
    await by("You").getByText("edited", { exact: true }).waitFor();
    expect(conversation.texts()).toEqual(["hello there"]);
    expect(await message.inputValue()).toBe("");
  });

  test("the visitor changes any of their messages by its button, and Escape leaves it as it was", async () => {
    const { page, by, message, button, write, conversation } = await begun();
    await write("second");
    await by("You").getByText("second", { exact: true }).waitFor();
    await message.fill("half a thou");
    await by("You").first().hover();
    await button("Edit message").first().click();
    expect(await message.inputValue()).toBe("hello");
    expect(await message.evaluate((box) => box.matches(":focus"))).toBe(true);
    await message.press("Escape");
    expect(await message.inputValue()).toBe("half a thou");
    await page.getByRole("dialog").waitFor();
    expect(conversation.texts()).toEqual(["hello", "second"]);
  });

  test("the button that changes a message takes no tap while it is not seen", async () => {
    const { page, by, button } = await begun();
    const edit = button("Edit message");
    await page.mouse.move(0, 0);
    expect(await isHit(edit)).toBe(false);
    await by("You").hover();
    await expect.poll(() => isHit(edit)).toBe(true);
    await page.mouse.move(0, 0);
    await edit.focus();
    await page.keyboard.press("Shift");
    await expect.poll(() => isHit(edit)).toBe(true);
  });

  test("a change that is refused says why, and can be discarded", async () => {
    const { by, message, button } = await begun();
    server.trouble.refusals.push({ message: "This message can no longer be changed. Write a new one." });
    await message.press("ArrowUp");
    await message.fill("goodbye");
    await message.press("Enter");
    await by("You").getByText("This message can no longer be changed.").waitFor();
    await by("You").getByText("Not sent", { exact: true }).waitFor();
    await button("Discard").click();
    await by("You").getByText("hello", { exact: true }).waitFor();
  });

  test("a blocked visitor sees why, wherever the log stands", async () => {
    const { by, write, conversation, button } = await begun();
    for (let part = 1; part <= 20; part++) conversation.agentSays("Ana", `part ${part}`);
    await by("Ana").getByText("part 20", { exact: true }).waitFor();
    server.trouble.refusals.push({ message: "You cannot write here any more." });
    await write("please");
    const reason = by("You").getByText("You cannot write here any more.", { exact: true });
    await reason.waitFor();
    await expect.poll(() => isInView(button("Discard"))).toBe(true);
    expect(await isInView(reason)).toBe(true);
  });

  test("the agent learns what was seen once the visitor looks", async () => {
    const { by, close, open, conversation } = await begun();
    const reached = () => server.heard.filter(({ type }) => type === "reached");
    await close.click();
    conversation.agentSays("Ana", "Are you there?");
    const { seq } = conversation;
    await expect.poll(reached).toEqual([{ type: "reached", seq, isSeen: false }]);
    await open.click();
    await by("Ana").waitFor();
    await expect.poll(reached).toMatchObject([{ isSeen: false }, { type: "reached", seq, isSeen: true }]);
  });

  test("the agent learns where the visitor went, without a reload", async () => {
    const { page } = await begun();
    await page.evaluate(() => history.pushState({}, "", "/checkout"));
    const pages = () => server.heard.flatMap((frame) => (frame.type === "page" ? [frame.page.url] : []));
    await expect.poll(pages).toEqual([`${server.url}/checkout`]);
  });
});

/** How many messages have been added to the log since. */
async function countAdded(log: Locator) {
  const counter = await log.evaluateHandle((box) => {
    const counted = { added: 0 };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.nodeName === "ARTICLE") counted.added++;
    }).observe(box, { childList: true, subtree: true });
    return counted;
  });
  return () => counter.evaluate(({ added }) => added);
}

const isInView = (locator: Locator) =>
  locator.evaluate((element) => {
    const log = element.closest('[role="log"]')?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return !!log && top >= log.top && bottom <= log.bottom;
  });

/** Whether a tap in the middle of it is its own. */
const isHit = (locator: Locator) =>
  locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const root = element.getRootNode() as ShadowRoot;
    return element.contains(root.elementFromPoint(x + width / 2, y + height / 2));
  });
