import type { Browser, Page, Route, WebSocketRoute } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../../../support/chromium.ts";
import { builtWeb } from "../support/built-web.ts";
import { eventually, list, log, openWindow, send, signIn } from "../support/desk.ts";
import { eachInWindow } from "../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { serves } from "../support/serves.ts";
import { violations } from "../support/violations.ts";
import { visitorIn } from "../support/visitors.ts";

describeInBrowser("The inbox in a browser", () => {
  let browser: Browser;
  let server: InboxServer;
  let page: Page;

  beforeAll(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
    server.clock.now = Date.now();
  });

  afterAll(async () => {
    await server?.close();
  });

  eachInWindow((opened, chromium) => {
    page = opened;
    browser = chromium;
  });

  const eventsOf = (id: string) => server.store.eventsAfter(id, 0);
  const said = async (id: string) =>
    (await eventsOf(id)).flatMap((event) => (event.type === "message.posted" ? event.message.text : []));

  test("a wrong password is answered in words, the right one opens what was asked for", async () => {
    const id = await visitorIn(server.conversations, "Deep").says("Linked from elsewhere");
    await page.goto(`${server.url}/inbox/c/${id}`);
    await page.getByRole("textbox", { name: "Email" }).fill(admin.email);
    await page.getByRole("textbox", { name: "Password" }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").getByText("do not belong together").waitFor();
    await serves(page, "sign-in");

    await page.getByRole("textbox", { name: "Password" }).fill(admin.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await log(page).getByText("Linked from elsewhere").waitFor();
  });

  test("whoever comes while the server is out of reach reads that, and gets in once it is back", async () => {
    await page.route("**/api/me", (route) => route.abort());
    await page.goto(`${server.url}/inbox`);
    await page.getByText("The inbox cannot be reached").waitFor();
    await serves(page, "unreachable");
    await page.unroute("**/api/me");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Sign in to the inbox" }).waitFor();
  });

  test("an agent sees who waits, claims, answers, and sees the visitor's next words without reloading", async () => {
    const maria = visitorIn(server.conversations, "Maria", "maria@example.com");
    await maria.says("My parcel is late.");
    const id = await maria.asksForAPerson();

    await signIn(page, server);
    const item = list(page).getByRole("listitem").filter({ hasText: "Maria" });
    await item.getByText("My parcel is late.").waitFor();
    await item.getByText("waiting").waitFor();
    await item.click();
    await page.waitForURL(`**/inbox/c/${id}`);
    await log(page).getByText("Handed off: asked for a person").waitFor();

    await page.getByRole("button", { name: "Assign" }).click();
    await page.getByRole("menuitem", { name: "Ana (you)" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Claim" }).click();
    await log(page).getByText("Ana claimed").waitFor();
    await send(page, "Hello **Maria**, I look.");
    await log(page).locator("strong", { hasText: "Maria" }).waitFor();
    await log(page).getByText("Sent", { exact: true }).waitFor();
    await item.getByText("Hello Maria, I look.").waitFor();

    await maria.says("Thank you!");
    await log(page).getByText("Thank you!").waitFor();

    await page.getByRole("button", { name: "Hand back" }).click();
    await log(page).getByText("Ana handed back to the assistant").waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Reopen" }).click();
    await log(page).getByText("Ana reopened").waitFor();
  });

  test("a note stays with the team", async () => {
    const id = await visitorIn(server.conversations, "Noted").says("Hello");
    await signIn(page, server, `/inbox/c/${id}`);
    await page.getByRole("switch", { name: "Note" }).check();
    await send(page, "He called already.");
    await log(page).getByRole("article", { name: "Note by Ana" }).getByText("He called already.").waitFor();
    expect((await eventsOf(id)).at(-1)).toMatchObject({ message: { note: true } });
    expect((await server.store.find(id))?.status).toBe("assistant");
    expect(await list(page).getByText("He called already.").count()).toBe(0);
  });

  test("a reply that cannot be sent says so, and is sent once when tried again", async () => {
    const id = await visitorIn(server.conversations, "Patience").says("Hello");
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText("Hello").waitFor();
    const refusal = { status: 500, json: { error: { message: "There is no room." } } };
    await page.route("**/reply", (route) => route.fulfill(refusal));
    await send(page, "Can you hear me?");
    await log(page).getByText("Not sent. There is no room.").waitFor();
    expect(await eventsOf(id)).toHaveLength(1);

    await page.unroute("**/reply");
    await page.getByRole("button", { name: "Try again" }).click();
    await log(page).getByText("Sent", { exact: true }).waitFor();
    expect(await log(page).getByText("Can you hear me?").count()).toBe(1);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  test("what is written while the server is out of reach goes by itself, in order and once; what was refused waits", async () => {
    const id = await visitorIn(server.conversations, "Tunnel walker").says("Hello");
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText("Hello").waitFor();
    await page.route("**/reply", (route) =>
      route.fulfill({ status: 400, json: { error: { message: "No." } } }),
    );
    await send(page, "refused");
    await log(page).getByText("Not sent. No.").waitFor();
    await page.unroute("**/reply");

    // Later words wait for earlier ones, even while the server could be reached again.
    await page.route("**/reply", (route) => route.abort(), { times: 1 });
    for (const text of ["one", "two"]) await send(page, text);
    await eventually(() => log(page).getByText("Not sent yet").count()).toBe(2);
    await page.context().setOffline(true);
    await send(page, "three");
    await eventually(() => log(page).getByText("Not sent yet").count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Analytics" }).click();
    await page.context().setOffline(false);
    await eventually(() => said(id)).toEqual(["Hello", "one", "two", "three"]);

    await page.goBack();
    await log(page).getByText("Sent", { exact: true }).waitFor();
    expect(await log(page).getByText("Not sent yet").count()).toBe(0);
    await page.getByRole("button", { name: "Try again" }).click();
    await eventually(() => said(id)).toEqual(["Hello", "one", "two", "three", "refused"]);
  });

  test("who writes two replies in a row is read in that order, however long the first one takes", async () => {
    const id = await visitorIn(server.conversations, "Quick").says("Hello");
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText("Hello").waitFor();
    const held: Route[] = [];
    await page.route("**/reply", (route) => (held.push(route) > 1 ? route.continue() : undefined));
    for (const text of ["first", "second"]) await send(page, text);
    await eventually(() => log(page).getByText("Sending", { exact: true }).count()).toBe(2);
    await eventually(async () => held.length).toBe(1);
    await held[0]?.continue();
    await eventually(() => said(id)).toEqual(["Hello", "first", "second"]);
  });

  test("a reply whose confirmation got lost stands there once, whatever is pressed", async () => {
    const id = await visitorIn(server.conversations, "Echo").says("Hello");
    let line: WebSocketRoute | undefined;
    await page.routeWebSocket("**/api/live", (socket) => {
      line = socket;
      socket.connectToServer();
    });
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText("Hello").waitFor();
    // The server takes it, but neither its answer nor its news come through.
    await page.routeWebSocket("**/api/live", (socket) => void socket.close());
    await line?.close();
    await page.route("**/reply", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send(page, "Only once");
    await log(page).getByText("Not sent yet").waitFor();
    await page.unroute("**/reply");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await log(page).getByText("Sent", { exact: true }).waitFor();
    expect(await log(page).getByText("Only once").count()).toBe(1);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  test("what happened while the line was down is there afterwards, in order and once", async () => {
    const visitor = visitorIn(server.conversations, "Tunnel");
    const id = await visitor.says("one");
    let line: WebSocketRoute | undefined;
    await page.routeWebSocket("**/api/live", (socket) => {
      line = socket;
      socket.connectToServer();
    });
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText("one").waitFor();
    await line?.close();
    await visitor.says("two");
    await visitor.says("three");
    await log(page).getByText("three").waitFor();
    await visitor.says("four");
    await log(page).getByText("four").waitFor();
    await eventually(() => log(page).locator(".bubble").allTextContents()).toEqual([
      "one",
      "two",
      "three",
      "four",
    ]);
    expect(await page.getByText("Connection lost").count()).toBe(0);
  });

  test("the search narrows the list as one types", async () => {
    await visitorIn(server.conversations, "Haystack").says("Nothing special");
    await visitorIn(server.conversations, "Needle").says("I lost my compass");
    await signIn(page, server);
    await list(page).getByText("Haystack").waitFor();
    await page.getByRole("searchbox", { name: "Search" }).fill("compass");
    await eventually(() => list(page).getByRole("listitem").count()).toBe(1);
    await page.getByRole("searchbox", { name: "Search" }).fill("no such thing");
    await page.getByText("Nothing found").waitFor();
  });

  test("everything is at hand from the keyboard", async () => {
    await visitorIn(server.conversations, "Keys").says("Hello");
    await signIn(page, server);
    await list(page).getByText("Keys").waitFor();
    await page.keyboard.press("j");
    await page.waitForURL("**/inbox/c/*");
    await log(page).waitFor();
    await page.keyboard.press("r");
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("reply");
    await page.keyboard.type("By keyboard");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("second line");
    await page.keyboard.press("Enter");
    await log(page).getByText("second line").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("search");
  });

  test("an address that would run as a script is no link", async () => {
    const visitor = { id: "sly", name: "Sly" };
    const { conversationId } = await server.conversations.receive({
      siteKey: "default",
      visitor,
      page: { url: "javascript:alert(1)", title: "Click me" },
      id: "00000000-0000-4000-8000-000000000001",
      text: "[x](javascript:alert(1)) <img src=x>",
      source: { via: "widget", externalId: "sly" },
    });
    await signIn(page, server, `/inbox/c/${conversationId}`);
    await log(page).getByText("<img src=x>").waitFor();
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });

  test("settings are saved, and what is wrong is said at its field", async () => {
    await signIn(page, server, "/inbox/settings");
    await page.getByRole("textbox", { name: "Trigger phrases" }).fill("a human please\nx");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("A phrase needs two letters at least.").waitFor();
    await page.getByRole("textbox", { name: "Trigger phrases" }).fill("a human please\nreal person");
    await page.getByRole("switch", { name: "Live handoff" }).uncheck();
    await page.getByRole("textbox", { name: "Allowed origins" }).fill("https://shop.example/\n");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();

    expect(await server.settings.current()).toMatchObject({
      liveHandoff: false,
      triggerPhrases: ["a human please", "real person"],
    });
    await page.reload();
    await eventually(() => page.getByRole("textbox", { name: "Allowed origins" }).inputValue()).toBe(
      "https://shop.example",
    );
    expect(await page.getByRole("switch", { name: "Live handoff" }).isChecked()).toBe(false);
    expect(await page.getByRole("switch", { name: "Email notifications" }).isDisabled()).toBe(true);
  });

  test("analytics shows numbers, and the transcripts can be downloaded", async () => {
    await visitorIn(server.conversations, "Numbers").says("Hello");
    await signIn(page, server, "/inbox/analytics");
    await page.getByRole("heading", { name: "Handoff rate" }).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export CSV" }).click();
    expect((await download).suggestedFilename()).toBe("conversations.csv");
    expect(await page.getByRole("link", { name: "Export JSON" }).count()).toBe(1);
  });

  test("an invited agent joins, and changes no settings", async () => {
    await signIn(page, server, "/inbox/team");
    await page.getByRole("textbox", { name: "Their name" }).fill("Ben");
    await page.getByRole("textbox", { name: "Their email" }).fill("ben@example.com");
    await page.getByRole("button", { name: "Make an invitation link" }).click();
    await page.getByText("Send this link to ben@example.com.").waitFor();
    await page.getByRole("button", { name: "New link: the invitation of Ben" }).waitFor();
    const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();

    const bens = await openWindow(browser);
    await bens.page.goto(link);
    await bens.page.getByRole("textbox", { name: "Password" }).fill("a long enough password");
    await bens.page.getByRole("button", { name: "Join" }).click();
    await bens.page.getByRole("link", { name: "Settings" }).click();
    await bens.page.getByText("Only an admin can change these.").waitFor();
    expect(await bens.page.getByRole("button", { name: "Save" }).count()).toBe(0);
    await bens.close();
  });

  test("on a phone the list and the conversation take turns, and what is pressed is as large as a thumb", async () => {
    await visitorIn(server.conversations, "Pocket").says("From my phone");
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const { page, close } = await openWindow(browser, phone);
    const tooSmall = () =>
      page.getByRole("main").evaluate((main) =>
        [...main.querySelectorAll("button:not(.time), input:not([type=file]), textarea, nav a, li a")]
          .filter((one) => one.checkVisibility() && one.role !== "switch")
          .map((one) => `${one.ariaLabel ?? one.textContent}: ${one.getBoundingClientRect().height}`)
          .filter((said) => Number(said.split(": ").at(-1)) < 44),
      );
    await signIn(page, server);
    await list(page).getByText("Pocket").waitFor();
    expect(await tooSmall()).toEqual([]);
    const held: Route[] = [];
    await page.route("**/api/conversations/*", (route) => held.push(route));
    await list(page).getByText("Pocket").click();
    await page.getByRole("status", { name: "Loading the conversation" }).waitFor();
    expect(await violations(page)).toEqual([]);
    for (const route of held) await route.continue();
    await page.unroute("**/api/conversations/*");
    await log(page).getByText("From my phone").waitFor();
    expect(await list(page).isVisible()).toBe(false);
    expect(await tooSmall()).toEqual([]);
    const cart = page.getByRole("link", { name: "Your cart" });
    await page.getByRole("button", { name: "Details" }).click();
    await cart.waitFor();
    await page.getByRole("button", { name: "Put away" }).click();
    await page.getByRole("button", { name: "Details" }).click();
    await cart.waitFor();
    await page.keyboard.press("Escape");
    await cart.waitFor({ state: "hidden" });
    await page.getByRole("link", { name: "Back" }).click();
    await eventually(() => list(page).isVisible()).toBe(true);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await close();
  });
});
