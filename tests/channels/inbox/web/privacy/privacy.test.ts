import { text as textOf } from "node:stream/consumers";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, list, log, openWindow, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { agentCalled, signedInAgent } from "../../support/members.ts";
import { slackCopies } from "../../support/slack-copies.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

const card = "4242 4242 4242 4242";

describeInBrowser("Privacy in the inbox", () => {
  let server: InboxServer;
  let browser: Browser;
  let page: Page;
  const { slack, remover } = slackCopies(() => server.clock.now);

  beforeAll(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb, slackRemover: remover });
    server.clock.now = Date.now();
    server.privacy.start();
    await signedInAgent(server, "Ben", ["default"]);
    await signedInAgent(server, "Eva", ["outlet"]);
  });
  afterAll(() => server?.close());

  eachInWindow((opened, launched) => {
    page = opened;
    browser = launched;
  });

  /** Somebody of the team beside the admin, in a window of their own. */
  async function colleague(name: string, path: string) {
    const window = await openWindow(browser);
    await signIn(window.page, server, path, agentCalled(name));
    return window;
  }
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const record = () => page.getByRole("list", { name: "Privacy record" });
  const writesOfACard = (name: string) =>
    visitorIn(server.conversations, name, `${name}@example.com`).says(`My card ${card} was charged`);

  /** Slack shares one file into several threads. */
  async function isSentInBoth(...conversationIds: string[]) {
    const file = { id: "plan", name: "plan.pdf", mime: "application/pdf", size: 3 };
    await server.files.add({ ...file, via: "slack", origin: "T1/F1", at: server.clock.now });
    for (const conversationId of conversationIds)
      await server.conversations.note({
        ...{ conversationId, agent: { id: "u1", name: "Ana" }, text: "The plan", files: [file] },
        source: { via: "slack", externalId: `file/${conversationId}` },
      });
  }

  test("what is masked is revealed by the keyboard and put on record; what fails says so", async () => {
    const id = await writesOfACard("Maria");
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByRole("img", { name: "masked, ends in 4242" }).waitFor();
    await log(page).getByRole("button", { name: "Reveal" }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press("m");
    expect(await focused()).toBe("Reveal");
    await page.route("**/reveal", (route) => route.abort());
    await page.keyboard.press("Enter");
    await log(page).getByText("It could not be revealed. The server cannot be reached.").waitFor();
    expect(await log(page).getByText(card).count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    await page.unroute("**/reveal");
    expect(await focused()).toBe("Try again");
    await page.keyboard.press("Enter");
    await log(page).getByText(card).waitFor();
    await log(page).getByText("Ana looked at what is masked").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await focused()).toBe("Hide again");
    await page.keyboard.press("Enter");
    await log(page).getByRole("img", { name: "masked, ends in 4242" }).waitFor();

    await page.getByRole("link", { name: "Who looked and exported" }).click();
    await eventually(() => record().getByRole("listitem").allInnerTexts()).toHaveLength(1);
    expect(await record().innerText()).toContain("Ana looked at what is masked in a conversation");
    expect(await violations(page)).toEqual([]);
    await record().getByRole("link", { name: "a conversation" }).click();
    await log(page).waitFor();
  });

  test("who may not reveal is told who can, and can as soon as they may; another site's conversation is nobody's", async () => {
    const id = await writesOfACard("Noor");
    const ben = await colleague("Ben", `/inbox/c/${id}`);
    await log(ben.page).getByText("Something is masked here. An admin can reveal it.").waitFor();
    const reveal = log(ben.page).getByRole("button", { name: "Reveal" });
    const unmasked = ben.page.getByRole("button", { name: "Export unmasked…" });
    expect([await reveal.count(), await unmasked.count()]).toEqual([0, 0]);
    expect(await ben.page.getByRole("button", { name: /^Erase/ }).count()).toBe(0);
    expect(await violations(ben.page)).toEqual([]);

    // Switched off, all of it is read at once; and no more when it is on again.
    await server.settings.change({ maskSecrets: false }, "Ana");
    await log(ben.page).getByText(card).waitFor();
    await server.settings.change({ maskSecrets: true }, "Ana");
    await log(ben.page).getByRole("img", { name: "masked, ends in 4242" }).waitFor();

    await server.settings.change({ secretsRevealedBy: "everyone" }, "Ana");
    await reveal.waitFor();
    await unmasked.waitFor();
    // In the same moment they may no more: the page has not heard of it.
    await ben.page.route("**/api/privacy/rights", (route) => route.abort());
    await server.settings.change({ secretsRevealedBy: "admins" }, "Ana");
    await reveal.click();
    await log(ben.page).getByText("Only an admin can reveal what is masked. Ask one").waitFor();
    await ben.page.goto(`${server.url}/inbox/settings/privacy`);
    await ben.page.getByText("Only an admin can see who looked").waitFor();
    await ben.close();

    const eva = await colleague("Eva", `/inbox/c/${id}`);
    await eva.page.getByText("it belongs to a site you do not work for").waitFor();
    await eva.close();
  });

  test("a conversation is erased by whoever means it, vanishes for everybody, and its receipt goes on until all is done", async () => {
    slack.held = true;
    const id = await writesOfACard("Zoe");
    await server.threads.link("slack", id, "T1/C1/1.1");
    await isSentInBoth(id, await writesOfACard("Yara"));
    const ben = await colleague("Ben", `/inbox/c/${id}`);
    await ben.page.getByRole("textbox", { name: "Reply" }).fill("Dear Zoe");
    await signIn(page, server, `/inbox/c/${id}`);

    await button("Erase Zoe…").click();
    await page.getByRole("dialog", { name: "Erase Zoe everywhere?" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByText("Nothing is erased yet. Type “erase”").waitFor();
    await button("Keep").click();
    await eventually(focused).toBe("Erase Zoe…");

    await page.keyboard.press("Enter");
    await page.route("**/erase", (route) => route.abort());
    await page
      .getByRole("textbox", { name: "Type “erase” to confirm" })
      .and(page.locator(":focus"))
      .waitFor();
    await page.keyboard.type("erase");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("alert").getByText("The server cannot be reached").waitFor();
    await page.unroute("**/erase");
    await page.keyboard.press("Enter");

    await eventually(focused).toBe("This conversation was erased");
    await page.getByText("Copies are being removed").waitFor();
    await page.getByText(/^1 of \d$/).waitFor();
    expect(await violations(page)).toEqual([]);

    await ben.page.getByText(/^Ana erased it,/).waitFor();
    expect(await list(ben.page).getByText("Zoe").count()).toBe(0);
    expect(await ben.page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Dear Zoe");
    expect(await ben.page.getByText("An admin can open the receipt").count()).toBe(1);
    await ben.close();

    slack.held = false;
    server.clock.now += 1_000;
    await page.getByText("Everything that can be removed is removed").waitFor();
    expect(await page.getByRole("link", { name: "Open in Slack" }).getAttribute("href")).toBe(slack.link);
    expect(await page.getByText("From Slack: 1 post, 1 file").count()).toBe(1);
    expect(await violations(page)).toEqual([]);

    await page
      .getByText("1 file of it is in another conversation, too, and goes with the last one")
      .waitFor();

    // Only what a person wrote is left. They delete it.
    slack.isDeleted = true;
    await button("Look whether it is gone").click();
    await page.getByText("Everything that can be removed is removed").waitFor();
    await eventually(() => page.getByRole("link", { name: "Open in Slack" }).count()).toBe(0);
    await eventually(() => button("Look whether it is gone").count()).toBe(0);

    await page.goto(`${server.url}/inbox/settings/privacy?kind=erased`);
    await record().getByRole("link", { name: "Receipt" }).click();
    await page.getByText("Everything that can be removed is removed").waitFor();
    await page.goto(`${server.url}/inbox/c/${id}/transcript`);
    await page.getByText(/^Ana erased it,/).waitFor();
  });

  test("an export with what is masked is warned of, and put on record", async () => {
    await writesOfACard("Omar");
    await signIn(page, server, "/inbox/analytics");
    await button("Export unmasked…").click();
    await page.getByText("stand in this file as they were typed").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await eventually(focused).toBe("Export unmasked…");

    await page.keyboard.press("Enter");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Unmasked CSV" }).click(),
    ]);
    expect(await textOf(await download.createReadStream())).toContain(card);
    await button("Open the record").click();
    await record().getByText("unmasked").waitFor();
  });

  test("for how long conversations are kept is saved only by whoever accepts what goes at once", async () => {
    const id = await writesOfACard("Lin");
    const source = { via: "inbox", externalId: "closed" };
    await server.conversations.close({ conversationId: id, agent: { id: "a", name: "Ana" }, source });
    server.clock.now += 40 * 24 * 60 * 60_000;
    await signIn(page, server, "/inbox/settings");
    const kept = async () => (await server.sites.list()).find(({ key }) => key === "default")?.keepDays;

    await page.getByRole("combobox", { name: /^Keep closed conversations of/ }).selectOption("30");
    await page.getByText("1 conversation is erased within a day, and cannot be brought back").waitFor();
    expect(await violations(page)).toEqual([]);
    await button("Save").click();
    const accepted = page.getByRole("checkbox", { name: /^Erase what is older than 30 days/ });
    expect(await accepted.evaluate((box) => box.matches(":focus:invalid"))).toBe(true);
    expect(await kept()).toBe(0);

    await accepted.check();
    await button("Save").click();
    await page.getByText("Saved", { exact: true }).waitFor();
    expect(await kept()).toBe(30);
    expect(await accepted.count()).toBe(0);
  });
});
