import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { personWrites } from "../../src/channels/widget/protocol.ts";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { waitFor } from "../support/patience.ts";
import { widgetBundle } from "../support/widget-bundle.ts";
import { startWidgetServer, type WidgetServer } from "../support/widget-server.ts";
import { visit, widgetIn } from "./visitor.ts";

describeInBrowser("the widget on a page", () => {
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

  test("weighs at most 15 kB, everything included", async () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(15_000);
    const { page, open, message } = await visit(browser, server.url);
    await open.click();
    await message.waitFor();
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    const paths = loaded.map((url) => new URL(url).pathname).filter((path) => path.startsWith("/widget"));
    expect(paths).toEqual(["/widget.js", "/widget/site"]);
  });

  test("a visitor writes and reads an answer", async () => {
    const { open, write, by, errors } = await visit(browser, server.url);
    await open.click();
    await by("Assistant").getByText("Hello! How can I help?", { exact: true }).waitFor();
    await write("My order is late");
    await by("You").getByText("My order is late", { exact: true }).waitFor();
    await by("You").getByText("Sent", { exact: true }).waitFor();
    server.conversation().assistantSays("I am **sorry**");
    await by("Assistant").getByText("I am sorry", { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  test("an answer is read while it is written; screen readers hear it once, when it is whole", async () => {
    const { page, open, log, by, write } = await visit(browser, server.url);
    await open.click();
    await write("Do you ship to Norway?");
    await by("You").getByText("Sent", { exact: true }).waitFor();
    const greeting = await by("Assistant").count();

    server.conversation().assistantWrites("Yes, **we do**.");
    const half = page.locator("[inert] .text");
    await half.getByText("we do").waitFor();
    expect(await by("Assistant").count()).toBe(greeting);
    const place = await half.boundingBox();

    server.conversation().assistantSays("Yes, **we do**.");
    await by("Assistant").getByText("we do").waitFor();
    expect(await half.count()).toBe(0);
    expect(await by("Assistant").last().locator(".text").boundingBox()).toEqual(place);
    expect(await log.locator(".thinking").count()).toBe(0);
  });

  test("an answer that is cut by a person leaves nothing behind", async () => {
    const { page, open, by, write } = await visit(browser, server.url);
    await open.click();
    await write("Do you ship to Norway?");
    await by("You").getByText("Sent", { exact: true }).waitFor();
    server.conversation().assistantWrites("Yes, we do.");
    await page.locator("[inert] .text").waitFor();
    server.conversation().agentSays("Ana", "I take this.");
    await by("Ana").waitFor();
    expect(await page.locator("[inert]").count()).toBe(0);
    expect(await page.getByText("Yes, we do.").count()).toBe(0);
  });

  test("a visitor asks for a person and sees who answers", async () => {
    const { page, open, button, by, log, message } = await visit(browser, server.url);
    await open.click();
    await button("Talk to a person").click();
    await page.getByRole("heading", { name: "Waiting for a person…" }).waitFor();
    await log.getByText("Connecting you with a team member — one moment please.").waitFor();
    expect(await button("Talk to a person").count()).toBe(0);
    expect(await message.evaluate((box) => box.matches(":focus"))).toBe(true);
    server.conversation().agentSays("Ana", "Hello, Ana here");
    await page.getByRole("heading", { name: "Ana" }).waitFor();
    await by("Ana").getByText("Hello, Ana here", { exact: true }).waitFor();
  });

  test("dots stand while an agent writes, until they stop or answer; the server hears that the visitor writes", async () => {
    const { open, button, by, log, message } = await visit(browser, server.url);
    await open.click();
    await button("Talk to a person").click();
    server.conversation().agentSays("Ana", "Hello, Ana here");
    await by("Ana").waitFor();
    const dots = log.locator(".thinking");
    expect(await dots.count()).toBe(0);
    server.conversation().assistantWrites(personWrites);
    await dots.waitFor();
    const heard = log.getByText("Typing…");
    await heard.waitFor();
    expect(await heard.evaluate((words) => words.closest("[aria-hidden], [inert]"))).toBeNull();
    server.conversation().assistantWrites("");
    await dots.waitFor({ state: "detached" });
    server.conversation().assistantWrites(personWrites);
    await dots.waitFor();
    server.conversation().agentSays("Ana", "It is on its way.");
    await by("Ana").getByText("It is on its way.").waitFor();
    expect(await dots.count()).toBe(0);

    await message.fill("");
    await message.dispatchEvent("input");
    expect(server.heard.filter(({ type }) => type === "typing")).toEqual([]);
    await message.pressSequentially("Thank you");
    await expect.poll(() => server.heard.filter(({ type }) => type === "typing").length).toBe(1);
  });

  test("an agent's picture that cannot be loaded leaves the initials", async () => {
    const { page, open, write, by } = await visit(browser, server.url);
    await open.click();
    await write("hello");
    await by("You").getByText("Sent", { exact: true }).waitFor();
    server.conversation().agentSays("Ana Sousa", "Hello", { avatarUrl: `${server.url}/nobody.png` });
    await by("Ana Sousa").waitFor();
    await expect.poll(() => page.locator(".avatar img:visible").count()).toBe(0);
    expect(await page.locator("header .avatar").innerText()).toBe("AS");
  });

  test("nobody is offered a person where there is none", async () => {
    server.greeting.people = false;
    const { open, button, message } = await visit(browser, server.url);
    await open.click();
    await message.waitFor();
    expect(await button("Talk to a person").count()).toBe(0);
  });

  test("the keyboard is enough", async () => {
    const { page, open, close, message, by } = await visit(browser, server.url);
    await open.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => message.evaluate((box) => box.matches(":focus"))).toBe(true);
    await page.keyboard.type("one");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("two");
    await page.keyboard.press("Enter");
    await by("You").getByText("one two").waitFor();
    expect(await message.inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await open.waitFor();
    expect(await open.evaluate((button) => button.matches(":focus"))).toBe(true);
    expect(await close.count()).toBe(0);
  });

  test("what is typed does not trigger the page's shortcuts", async () => {
    const { page, open, message } = await visit(browser, server.url);
    await page.evaluate(() => document.addEventListener("keydown", () => (document.title += "!")));
    await open.click();
    await message.press("k");
    expect(await page.title()).toBe("Shop");
  });

  test("what is being written outlives closing the panel", async () => {
    const { open, close, message } = await visit(browser, server.url);
    await open.click();
    await message.fill("half a thou");
    await close.click();
    await open.click();
    expect(await message.inputValue()).toBe("half a thou");
  });

  test("the launcher counts what is unread", async () => {
    const { page, open, close, write, by } = await visit(browser, server.url);
    await open.click();
    await write("hello");
    await by("You").getByText("Sent", { exact: true }).waitFor();
    await close.click();
    server.conversation().assistantSays("one");
    server.conversation().assistantSays("two");
    await page.getByText("2 unread messages").waitFor();
    await open.click();
    await expect.poll(() => page.getByText("unread").count()).toBe(0);
    await page.reload();
    await open.click();
    await by("Assistant").getByText("two", { exact: true }).waitFor();
    await close.click();
    expect(await page.getByText("unread").count()).toBe(0);
  });

  test("a refused message says why and is sent by Try again", async () => {
    const { open, write, by, button } = await visit(browser, server.url);
    await open.click();
    server.trouble.refusals.push({ message: "That is too much at once." });
    await write("hello");
    await by("You").getByText("Not sent", { exact: true }).waitFor();
    await by("You").getByText("That is too much at once.", { exact: true }).waitFor();
    await button("Try again").click();
    await by("You").getByText("Sent", { exact: true }).waitFor();
    expect(server.conversation().texts()).toEqual(["hello"]);
  });

  test("messages written offline are kept across a reload and sent after it", async () => {
    const { context, page, open, write, by } = await visit(browser, server.url);
    await open.click();
    await write("online");
    await by("You").getByText("Sent", { exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByText("You are offline. Messages are kept and sent when you are back.").waitFor();
    server.trouble.deafTo.add("say");
    await write("offline");
    await by("You").getByText("Sending", { exact: true }).waitFor();
    await context.setOffline(false);
    await page.reload();
    server.trouble.deafTo.clear();
    server.disconnect();
    await open.click();
    await expect.poll(() => by("You").getByText("Sent", { exact: true }).count()).toBe(2);
    expect(server.conversation().texts()).toEqual(["online", "offline"]);
  });

  test("two tabs show the same", async () => {
    const { context, open, write, by } = await visit(browser, server.url);
    const other = await context.newPage();
    await other.goto(server.url);
    await widgetIn(other).open.waitFor();
    await open.click();
    await write("from the first");
    await by("You").getByText("Sent", { exact: true }).waitFor();
    await widgetIn(other).open.click();
    await widgetIn(other).by("You").getByText("from the first", { exact: true }).waitFor();
    await widgetIn(other).write("from the second");
    await by("You").getByText("from the second", { exact: true }).waitFor();
    expect(server.conversations.size).toBe(1);
  });

  test("news does not tear away who reads further up", async () => {
    const { open, write, by, log, button } = await visit(browser, server.url);
    await open.click();
    await write("a long story");
    await by("You").getByText("Sent", { exact: true }).waitFor();
    for (let part = 1; part <= 30; part++) server.conversation().assistantSays(`part ${part}`);
    await by("Assistant").getByText("part 30", { exact: true }).waitFor();
    await expect.poll(() => log.evaluate((box) => box.scrollTop)).toBeGreaterThan(500);
    await log.evaluate((box) => box.scrollTo(0, 0));
    await button("Newest messages").waitFor();
    server.conversation().assistantSays("the end");
    await by("Assistant").getByText("the end", { exact: true }).waitFor();
    expect(await log.evaluate((box) => box.scrollTop)).toBe(0);
    await button("Newest messages").click();
    await expect.poll(() => log.evaluate((box) => box.scrollTop)).toBeGreaterThan(500);
  });

  test("links in messages open elsewhere and tell nothing", async () => {
    const { open, write, log } = await visit(browser, server.url);
    await open.click();
    await write("see https://a.example/x");
    const link = log.getByRole("link");
    await link.waitFor();
    expect(await link.evaluate((a) => [a.getAttribute("target"), a.getAttribute("rel")])).toEqual([
      "_blank",
      "noopener noreferrer nofollow",
    ]);
  });

  test("a message that is too long says so before it is sent", async () => {
    const { page, open, message, button } = await visit(browser, server.url);
    await open.click();
    await message.fill("x".repeat(12_001));
    await page.getByText("Too long by 1 character").waitFor();
    expect(await button("Send").isDisabled()).toBe(true);
  });

  test("a website that is not allowed shows no chat, and its console says why", async () => {
    server.trouble.unwelcome = {
      status: 403,
      message: "This website (127.0.0.1) is not allowed to show site default.",
    };
    const { errors, open } = await visit(browser, server.url);
    await waitFor(() =>
      expect(errors).toContain(
        "[Live Handoff] This website (127.0.0.1) is not allowed to show site default.",
      ),
    );
    expect(await open.count()).toBe(0);
  });

  test("a script that is loaded twice shows one widget", async () => {
    server.trouble.page = '<script src="/widget.js" data-site="default"></script>';
    const { open, page } = await visit(browser, server.url);
    await open.waitFor();
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement("script"), { src: "/widget.js" })),
    );
    await page.waitForLoadState("networkidle");
    expect(await page.locator("live-handoff").count()).toBe(1);
  });

  test("a page that replaces its body keeps the widget", async () => {
    const { open, page } = await visit(browser, server.url);
    await open.waitFor();
    await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
    await open.click();
    await widgetIn(page).message.waitFor();
  });

  test("a strict Content Security Policy is enough, and the page's styles stay outside", async () => {
    server.trouble.headers = { "content-security-policy": "default-src 'self'; style-src 'none'" };
    const { open, message, errors } = await visit(browser, server.url);
    await open.click();
    expect(await message.evaluate((box) => getComputedStyle(box).borderRadius)).toBe("23px");
    expect(errors).toEqual([]);
  });
  test("a Content Security Policy that names scripts by a nonce is enough", async () => {
    server.trouble.page = '<script nonce="once" src="/widget.js" data-site="default"></script>';
    server.trouble.headers = { "content-security-policy": "script-src 'nonce-once'" };
    const { open, message } = await visit(browser, server.url);
    await open.click();
    await message.waitFor();
  });
  test("a site has its own colour, on which one can read, and its own side of the page", async () => {
    server.greeting.look = { accent: "#ffd400", side: "left" };
    server.greeting.ink = "#000000";
    const { page, open, write, by } = await visit(browser, server.url);
    const colours = (element: Element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return [backgroundColor, color];
    };
    expect(await open.evaluate(colours)).toEqual(["rgb(255, 212, 0)", "rgb(0, 0, 0)"]);
    await open.click();
    await write("hello");
    const text = by("You").getByText("hello", { exact: true });
    expect(await text.evaluate(colours)).toEqual(["rgb(255, 212, 0)", "rgb(0, 0, 0)"]);
    for (const part of [page.getByRole("dialog"), page.locator(".launcher")])
      expect((await part.boundingBox())?.x).toBe(20);
    await page.setViewportSize({ width: 360, height: 640 });
    expect((await page.getByRole("dialog").boundingBox())?.x).toBe(0);
  });
});
