import { randomUUID } from "node:crypto";
import type { Browser, Page, WebSocketRoute } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, list, log, openWindow, signIn } from "../../support/desk.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { signedInAgent } from "../../support/members.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("The list of conversations in a browser", () => {
  let browser: Browser;
  let server: InboxServer;
  let windows: Awaited<ReturnType<typeof openWindow>>[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
    server.clock.now = Date.now();
    await signedInAgent(server, "Ben");
  });

  afterEach(async () => {
    for (const window of windows) {
      expect(window.complaints).toEqual([]);
      await window.close();
    }
    windows = [];
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function desk(path = "/inbox", options = {}): Promise<Page> {
    const window = await openWindow(browser, options);
    windows.push(window);
    await signIn(window.page, server, path);
    return window.page;
  }

  async function benAt(path = "/inbox"): Promise<Page> {
    const window = await openWindow(browser);
    windows.push(window);
    const { page } = window;
    await page.goto(server.url + path);
    await page.getByRole("textbox", { name: "Email" }).fill("ben@example.com");
    await page.getByRole("textbox", { name: "Password" }).fill("a long enough password");
    await page.getByRole("button", { name: "Sign in" }).click();
    return page;
  }

  const visitor = (name: string) => visitorIn(server.conversations, name);
  const item = (page: Page, name: string) => list(page).getByRole("listitem").filter({ hasText: name });
  const unread = (page: Page, name: string) => item(page, name).getByText("unread", { exact: true });
  const later = (ms = 1_000) => {
    server.clock.now += ms;
  };

  test("what is read on one device is read on the other at once, and stays unread for somebody else", async () => {
    const maria = visitor("Maria");
    await maria.says("Where is my parcel?");
    await maria.asksForAPerson();
    const [first, second, ben] = [await desk(), await desk(), await benAt()];
    for (const page of [first, second, ben]) await unread(page, "Maria").waitFor();

    await item(first, "Maria").click();
    await eventually(() => unread(second, "Maria").count()).toBe(0);
    expect(await unread(ben, "Maria").count()).toBe(1);
    await second.reload();
    await item(second, "Maria").waitFor();
    expect(await unread(second, "Maria").count()).toBe(0);

    await first.keyboard.press("u");
    await first.waitForURL("**/inbox");
    for (const page of [first, second]) await unread(page, "Maria").waitFor();
    await item(second, "Maria").click();
    await eventually(() => unread(first, "Maria").count()).toBe(0);
  });

  test("tabs count who waits and what is mine, and follow without a reload, for each agent", async () => {
    const [page, ben] = [await desk("/inbox?status=waiting"), await benAt("/inbox?status=mine")];
    const tab = (at: Page, name: string) =>
      at.getByRole("navigation", { name: "Which conversations" }).getByRole("link", { name });
    const waiting = (await server.directory.count({ status: "waiting" })) + 1;
    later();
    const id = await visitor("Tabea").asksForAPerson();
    await item(page, "Tabea").waitFor();
    await tab(page, `Waiting ${waiting}`).waitFor();

    await server.conversations.claim({
      conversationId: id,
      agent: { id: (await server.team.members()).find(({ name }) => name === "Ben")?.id ?? "", name: "Ben" },
      source: { via: "inbox", externalId: randomUUID() },
    });
    await tab(ben, "Mine 1").waitFor();
    await item(ben, "Tabea").getByText("you").waitFor();
    await eventually(() => item(page, "Tabea").count()).toBe(0);
    await tab(page, "Open").click();
    await item(page, "Tabea").getByText("Ben").waitFor();
  });

  test("what somebody had in Slack is among what is mine as soon as they are recognised, without a reload", async () => {
    const ben =
      (await server.team.members()).find(({ name }) => name === "Ben") ?? expect.fail("he is there");
    await server.team.confirm(ben.id);
    const page = await benAt("/inbox?status=mine");
    const inSlack = { id: "slack:T1/UBEN", name: "ben" };
    const conversationId = await visitor("Wanda").asksForAPerson();
    const source = { via: "slack", externalId: randomUUID() };
    await server.conversations.claim({ conversationId, agent: inSlack, source });
    await item(page, "Tabea").waitFor();
    expect(await item(page, "Wanda").count()).toBe(0);
    await server.identities.recognise(inSlack, ben.email);
    await item(page, "Wanda").getByText("you").waitFor();
  });

  test("what happens while the list is on its way is not taken back by it", async () => {
    const erased = await visitor("Erased in between").asksForAPerson();
    const read = await visitor("Read in between").asksForAPerson();
    const window = await openWindow(browser);
    windows.push(window);
    const { page } = window;
    const answers: (() => Promise<void>)[] = [];
    await page.route("**/api/conversations?**", async (route) => {
      const response = await route.fetch();
      answers.push(() => route.fulfill({ response }));
    });
    await signIn(page, server);
    // Once by itself, and once more when the line stands.
    await eventually(async () => answers.length).toBe(2);

    later();
    const elsewhere = await desk(`/inbox/c/${read}`);
    await eventually(() => unread(elsewhere, "Read in between").count()).toBe(0);
    await server.privacy.erase(erased, "Ana");
    await visitor("New in between").asksForAPerson();
    await item(page, "New in between").waitFor();
    for (const answer of answers) await answer();
    await item(page, "Read in between").waitFor();
    await item(page, "New in between").waitFor();
    expect(await item(page, "Erased in between").count()).toBe(0);
    expect(await unread(page, "Read in between").count()).toBe(0);
  });

  test("a search shows the words it found, and leads to the message they stand in", async () => {
    const zoe = visitor("Zoe");
    const id = await zoe.says("My umbrella **<b>broke</b>** yesterday.");
    for (let index = 0; index < 30; index++) await zoe.says(`And another thing, number ${index}.`);
    const page = await desk();
    await page.keyboard.press("/");
    await page.keyboard.type("umbr brok");
    const found = item(page, "Zoe");
    await eventually(() => found.locator("mark").allTextContents()).toEqual(["umbr", "brok"]);
    await found.getByText("<b>").waitFor();
    expect(page.url()).toContain("search=umbr+brok");

    await found.click();
    await page.waitForURL(`**/inbox/c/${id}?search=umbr+brok&at=1`);
    await eventually(() => log(page).getByText("My umbrella").isVisible()).toBe(true);
    expect(await log(page).locator(".pointed").getByText("My umbrella").count()).toBe(1);
    const seen = await log(page)
      .locator(".pointed")
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    expect(seen).toBe(true);
    await page.goBack();
    await page.waitForURL("**/inbox?search=umbr+brok");

    await page.getByRole("searchbox", { name: "Search" }).fill("nothing like it");
    await page.getByText("Nothing found").waitFor();

    const old = visitor("Zoe's sister");
    const closed = await old.says("My umbrella broke, too.");
    await server.conversations.close({
      ...{ conversationId: closed, agent: { id: "a", name: "Ana" } },
      source: { via: "inbox", externalId: randomUUID() },
    });
    await page.getByRole("searchbox", { name: "Search" }).fill("umbr brok");
    await found.waitFor();
    expect(await item(page, "Zoe's sister").count()).toBe(0);
    await page.getByRole("link", { name: "Look in all conversations" }).click();
    await item(page, "Zoe's sister").waitFor();
    expect(await page.getByRole("link", { name: "Look in all conversations" }).count()).toBe(0);
  });

  test("a list in an address is what one sees after signing in, and its filters can be taken away", async () => {
    await visitor("Elsewhere").says("Not at this time");
    await visitor("Button").asksForAPerson();
    const page = await desk(`/inbox?status=all&trigger=button&from=1&to=4000000000000`);
    await item(page, "Button").waitFor();
    await page.getByRole("button", { name: "Filter, 3 set" }).click();
    await page.getByRole("combobox", { name: "Handed off by" }).waitFor();
    expect(await item(page, "Elsewhere").count()).toBe(0);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await item(page, "Elsewhere").waitFor();
    expect(new URL(page.url()).search).toBe("?status=all");
  });

  test("of hundreds only those in sight are in the page, keys walk through all, and news move nothing in sight", async () => {
    for (let index = 0; index < 130; index++) {
      later();
      await visitor(`Crowd ${String(index).padStart(3, "0")}`).says(`Message ${index}`);
    }
    const page = await desk("/inbox?search=crowd");
    await item(page, "Crowd 129").waitFor();
    expect(await list(page).getByRole("listitem").count()).toBeLessThan(40);
    await page.keyboard.press("Home");
    await page.waitForURL("**/inbox/c/**");
    for (const _ of [1, 2, 3]) await page.keyboard.press("j");
    await eventually(() => item(page, "Crowd 126").locator("[aria-current]").count()).toBe(1);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Conversations" }).click();

    await item(page, "Crowd 129").waitFor();
    const scroll = page.locator(".list-scroll");
    await scroll.evaluate((element) => element.scrollTo(0, 1_800));
    const inSight = () =>
      scroll.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const rows = [...element.querySelectorAll("li")];
        const row = rows.find((each) => each.getBoundingClientRect().top >= box.top + 100);
        return [
          row?.querySelector(".item-name")?.textContent,
          Math.round(row?.getBoundingClientRect().top ?? 0),
        ];
      });
    await eventually(async () => (await inSight())[0]).not.toBeUndefined();
    const before = await inSight();
    later();
    await visitor("Newcomer").says("I am new here");
    await eventually(() => page.locator(".list-scroll li").first().getAttribute("aria-posinset")).not.toBe(
      "0",
    );
    expect(await inSight()).toEqual(before);

    await scroll.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await eventually(async () => {
      await scroll.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      return list(page).getByRole("listitem").last().getAttribute("aria-posinset");
    }).not.toBe("50");
  });

  test("a list that cannot be read says so and is read again, and what was missed offline is there afterwards", async () => {
    const window = await openWindow(browser);
    windows.push(window);
    const { page } = window;
    let line: WebSocketRoute | undefined;
    await page.routeWebSocket("**/api/live", (socket) => {
      line = socket;
      socket.connectToServer();
    });
    let asked = 0;
    await page.route("**/api/conversations?**", (route) => {
      asked++;
      return route.abort();
    });
    await signIn(page, server);
    await page.getByText("The list could not be read").waitFor();
    // Once by itself, and once more when the line stands.
    await eventually(async () => asked).toBeGreaterThanOrEqual(2);
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/api/conversations?**");
    await page.getByRole("button", { name: "Try again" }).click();
    await list(page).getByRole("listitem").first().waitFor();
    expect(await page.getByText("The list could not be read").count()).toBe(0);

    later();
    await line?.close();
    await visitor("Meanwhile").says("You were away");
    await item(page, "Meanwhile").waitFor();
  });

  test.each([
    { in: "light", colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { in: "the dark on a phone", colorScheme: "dark", viewport: { width: 390, height: 800 } },
  ] as const)("nobody is kept from using it in $in", async ({ colorScheme, viewport }) => {
    const page = await desk("/inbox", { colorScheme, viewport });
    const go = async (path: string, name: string) => {
      await page.goto(server.url + path);
      await list(page).getByRole("listitem").or(page.locator(".empty")).first().waitFor();
      const folder = process.env.SCREENSHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${colorScheme}-${name}.png` });
    };
    await go("/inbox?search=umbrella", "found");
    expect(await violations(page)).toEqual([]);
    await go("/inbox?search=nothing-at-all&trigger=button", "nothing");
    await page.getByRole("button", { name: /Filter/ }).click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await go("/inbox", "open");
  });
});
