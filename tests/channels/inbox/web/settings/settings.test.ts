import type { Browser, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, openWindow, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { serves } from "../../support/serves.ts";
import { violations } from "../../support/violations.ts";

describeInBrowser("The settings page", () => {
  let server: InboxServer;
  let page: Page;
  let browser: Browser;

  beforeEach(async () => {
    server = await openInboxServer({
      ...{ firstAdmin: admin, webFolder: builtWeb },
      given: { callable: async () => callable, notifications: { email: true, sms: true } },
    });
  });

  afterEach(async () => {
    await server.close();
  });

  eachInWindow((opened, of) => {
    page = opened;
    browser = of;
  });

  const berlin = { timeZone: "Europe/Berlin", week: [{ day: 1, from: 540, to: 1020 }], holidays: [] };
  const callable = [
    { id: "S0123ABCD", name: "support", isGroup: true },
    { id: "U0123ABCD", name: "Ben King", isGroup: false },
  ];
  const open = () => signIn(page, server, "/inbox/settings");
  const box = (name: string) => page.getByRole("textbox", { name, exact: true });
  const changes = () => page.getByRole("list", { name: "Latest changes" });
  const save = async () => {
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
  };

  test("hours are taken as people write them; what is not understood is said at the field and not sent", async () => {
    await open();
    await box("Office hours").fill("Mon-Fri 9-17, Foo 10-14");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await page.getByText("Saved", { exact: true }).count()).toBe(0);
    await box("Greeting").focus();
    await page.getByText("“foo” in “foo 10-14” is not understood.").waitFor();

    await box("Office hours").fill("weekdays 9am–5pm, Sat 10-14");
    await page.getByText("Understood: Mon-Fri 9:00-17:00, Sat 10:00-14:00.").waitFor();
    await page.getByRole("combobox", { name: "Time zone" }).fill("Europe/Berlin");
    await box("Holidays").fill("2026-12-25");
    await save();
    expect((await server.settings.current()).hours).toMatchObject({
      timeZone: "Europe/Berlin",
      holidays: ["2026-12-25"],
      week: expect.arrayContaining([{ day: 6, from: 600, to: 840 }]),
    });
    await page.getByText("Open until Monday 17:00 (Europe/Berlin).").waitFor();

    await page.getByRole("combobox", { name: "Time zone" }).fill("Mars/Base");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("There is no time zone “Mars/Base”.").waitFor();
    await eventually(() => page.locator("input:focus").inputValue()).toBe("Mars/Base");
  });

  test("until a time zone is chosen, hours say that they are in UTC, and one's own is offered; nothing changes by itself", async () => {
    const { page, close } = await openWindow(browser, { timezoneId: "Europe/Berlin" });
    await page.clock.setFixedTime("2026-03-02T10:04:00Z");
    await signIn(page, server, "/inbox/settings");
    await page.getByText("The times are in UTC, now 10:04").waitFor();
    await page.getByText("No time zone has been chosen yet.").scrollIntoViewIfNeeded();
    await serves(page, "time-zone-offered");

    await page.getByRole("button", { name: "Use Europe/Berlin, where you are" }).click();
    await page.getByText("The times are in Europe/Berlin, now 11:04").waitFor();
    expect(await page.getByRole("button", { name: "where you are" }).count()).toBe(0);
    expect((await server.settings.current()).hours.timeZone).toBe("UTC");
    await page.getByRole("button", { name: "Save" }).click();
    await eventually(async () => (await server.settings.current()).hours.timeZone).toBe("Europe/Berlin");
    await close();
  });

  test("the team goes away and comes back at once, and what was typed elsewhere stays", async () => {
    await open();
    await box("Greeting").fill("Half typed");
    await box("Away until").fill("lunch");
    await page.getByRole("button", { name: "Set away" }).click();
    await page.getByText("“lunch” is not understood.").waitFor();
    await box("Away until").fill("tomorrow 9:00");
    await page.getByRole("button", { name: "Set away" }).click();
    await page.getByText("Away until Tuesday 09:00 (UTC).").waitFor();
    expect(await box("Greeting").inputValue()).toBe("Half typed");

    await page.getByRole("button", { name: "Back now" }).click();
    await page.getByText("Open: no office hours are set.").waitFor();
    expect((await server.settings.current()).awayUntil).toBe(0);
  });

  test("what somebody else saved meanwhile is not taken back, and shows up", async () => {
    await open();
    await server.settings.change({ awayMessage: "Back on Monday", guestsMayReply: true }, "Ben in Slack");
    await box("Handoff rules").fill("Anything about refunds");
    await page.getByRole("spinbutton", { name: "Undo seconds" }).fill("15");
    await save();
    expect(await server.settings.current()).toMatchObject({
      awayMessage: "Back on Monday",
      guestsMayReply: true,
      handoffRules: ["Anything about refunds"],
      holdSeconds: 15,
    });
    expect(await box("Away message").inputValue()).toBe("Back on Monday");
    expect(await page.getByRole("switch", { name: "Guests may reply" }).isChecked()).toBe(true);
    await changes().getByText("Ben in Slack changed Guests may reply").waitFor();
    await changes().getByRole("listitem").filter({ hasText: "Undo seconds" }).getByText("15").waitFor();
  });

  test("what is changed in Slack stands on an open page at the same moment, and what was half typed stays", async () => {
    await open();
    await box("Greeting").fill("Half typed");
    await server.settings.change(
      { liveHandoff: false, triggerPhrases: ["call my lawyer"], hours: berlin },
      "Ben in Slack",
    );
    await changes().getByText("Ben in Slack changed Live handoff").waitFor();
    expect(await page.getByRole("switch", { name: "Live handoff" }).isChecked()).toBe(false);
    expect(await box("Trigger phrases").inputValue()).toBe("call my lawyer");
    expect(await box("Office hours").inputValue()).toBe("Mon 9:00-17:00");
    expect(await box("Greeting").inputValue()).toBe("Half typed");
  });

  test("what is typed while the rest is being saved is kept and saved with the next", async () => {
    await open();
    await box("Greeting").fill("Hello");
    await page.route("**/api/settings", async (route, request) => {
      if (request.method() === "PUT") await box("Away message").fill("Typed meanwhile");
      await route.continue();
    });
    await save();
    await page.unrouteAll({ behavior: "wait" });
    expect(await box("Away message").inputValue()).toBe("Typed meanwhile");
    expect((await server.settings.current()).awayMessage).toBe("");
    await page.getByRole("button", { name: "Save" }).click();
    await eventually(async () => (await server.settings.current()).awayMessage).toBe("Typed meanwhile");
  });

  test("the ladder is put together step by step, and people are chosen by their names", async () => {
    await open();
    const ladder = page.getByRole("group", { name: "No-answer ladder" });
    await ladder.getByRole("button", { name: "Add a step" }).click();
    await ladder.getByRole("spinbutton", { name: "Minutes of step 2" }).fill("2");
    await ladder.getByRole("combobox", { name: "What step 2 does" }).selectOption("mention");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Name who is called").waitFor();

    const who = ladder.getByRole("combobox", { name: "Who is called at step 2" });
    await who.fill("nobody we know");
    await who.press("Enter");
    await page.getByText("Nobody in the channel is called “nobody we know”.").waitFor();
    await who.fill("@support");
    await who.fill("ben king");
    await who.press("Enter");
    await ladder.getByText("Ben King").waitFor();
    await ladder.getByRole("button", { name: "Do not call @support" }).waitFor();
    await save();
    expect((await server.settings.current()).ladder).toEqual([
      { kind: "contact", minutes: 3, who: [] },
      { kind: "mention", minutes: 2, who: ["S0123ABCD", "U0123ABCD"] },
    ]);

    await ladder.getByRole("combobox", { name: "What step 2 does" }).selectOption("direct");
    await ladder.getByRole("button", { name: "Remove step 1" }).click();
    await save();
    expect((await server.settings.current()).ladder).toEqual([
      { kind: "direct", minutes: 2, who: ["U0123ABCD"] },
    ]);
    await changes().getByText("2 direct U0123ABCD").waitFor();
  });

  test("one person's quiet hours stand beside their address", async () => {
    await server.settings.change({ emailRecipients: ["ana@example.com", "ben@example.com"] }, "Ana");
    await open();
    const choice = page.getByRole("combobox", { name: "Quiet hours of ben@example.com" });
    await choice.selectOption("own");
    await page.getByLabel("Quiet from, for ben@example.com").fill("20:30");
    await save();
    expect((await server.settings.current()).personalQuietHours).toEqual([
      { recipient: "ben@example.com", from: "20:30", to: "07:00" },
    ]);
    await changes().getByText("ben@example.com: 20:30 to 07:00").waitFor();

    await choice.selectOption("never");
    await save();
    expect((await server.settings.current()).personalQuietHours).toMatchObject([{ from: "", to: "" }]);
    await choice.selectOption("team");
    await save();
    expect((await server.settings.current()).personalQuietHours).toEqual([]);
  });

  test("routes and saved replies are added and taken away, one by one", async () => {
    await open();
    await page.getByRole("button", { name: "Add a route" }).click();
    await box("Words of route 1").fill("refund");
    await box("Goes to of route 1").fill("#billing");
    for (const [index, name] of ["Hello", "Bye"].entries()) {
      await page.getByRole("button", { name: "Add a reply" }).click();
      await box(`Name of reply ${index + 1}`).fill(name);
      await box(`Text of reply ${index + 1}`).fill(`${name}!`);
    }
    await page.getByRole("button", { name: "Remove reply 1" }).click();
    await save();
    expect(await server.settings.current()).toMatchObject({
      routes: [{ words: "refund", channel: "#billing" }],
      savedReplies: [{ name: "Bye", text: "Bye!" }],
    });
  });

  test("a website is added, gets its snippet, its look and its place in Slack, and the log tells of it", async () => {
    await open();
    await box("Name of the new site").fill("Shop für Bücher");
    expect(await box("Key of the new site").inputValue()).toBe("shop-fur-bucher");
    await page.getByRole("button", { name: "Add the site" }).click();
    const shop = page.getByRole("group", { name: "Website: Shop für Bücher" });
    expect(await shop.getByRole("textbox", { name: "Embed snippet" }).inputValue()).toBe(
      `<script src="${server.url}/widget.js" data-site="shop-fur-bucher" async></script>`,
    );

    await shop.getByRole("textbox", { name: "Accent colour" }).fill("#ffdd00");
    await shop.getByText("Text on it is black").waitFor();
    await shop.getByRole("textbox", { name: "Accent colour" }).fill("#0b6b3a");
    await shop.getByText("Text on it is white").waitFor();
    await shop.getByRole("radio", { name: "Left" }).check();
    await shop.getByRole("img", { name: /^The launcher stands left, in #0b6b3a\./ }).waitFor();
    await shop.getByRole("textbox", { name: "Allowed origins" }).fill("https://books.example/\n");
    await shop.getByRole("textbox", { name: "Workspace id" }).fill("T1");
    await page.getByRole("button", { name: "Save" }).click();
    await shop.getByText("A channel id begins with C or G.").waitFor();
    await shop.getByRole("textbox", { name: "Channel id" }).fill("C1");
    await save();

    expect(await server.sites.find("shop-fur-bucher")).toMatchObject({
      look: { accent: "#0b6b3a", side: "left" },
      origins: ["https://books.example"],
      slack: { team: "T1", channel: "C1" },
    });
    expect((await server.sites.find("default"))?.origins).toEqual([]);
    await changes()
      .getByRole("listitem")
      .filter({ hasText: "Ana changed Allowed origins of Shop für Bücher" })
      .getByText("https://books.example")
      .waitFor();
  });

  test("the snippet is copied", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await open();
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('data-site="default"');
  });

  test.each(["light", "dark"] as const)("is accessible in %s colours", async (colorScheme) => {
    await server.settings.change({ savedReplies: [{ name: "Hello", text: "Hello!" }] }, "Ana");
    await page.emulateMedia({ colorScheme });
    await open();
    await changes().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("a page that is newer than the server says so, asks no more, and leaves the others as they are", async () => {
    let asked = 0;
    await page.route("**/api/settings", (request) => {
      asked += 1;
      return request.fulfill({ json: { settings: {}, changes: [] } });
    });
    await open();
    await page.getByRole("heading", { name: "This page cannot be shown" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Team" }).click();
    await page.getByRole("heading", { name: "Team" }).waitFor();
    expect(asked).toBeLessThan(4);

    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("heading", { name: "This page cannot be shown" }).waitFor();
    await page.unroute("**/api/settings");
    await page.getByRole("button", { name: "Load it anew" }).click();
    await box("Office hours").waitFor();
  });

  test("on a phone nothing lies beside the screen", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await server.settings.change({ routes: [{ words: "refund", channel: "#billing" }] }, "Ana");
    await open();
    await changes().waitFor();
    const beside = await page.evaluate(() =>
      [...document.querySelectorAll(".page *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(beside).toEqual([]);
  });
});
