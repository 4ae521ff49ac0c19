import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, log, openWindow, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

const made = {
  problem: "A parcel is late. <b>Not bold</b>",
  tried: ["Looked the order up", "Said sorry"],
  language: "German",
  mood: "upset",
  questions: ["Which order is it?"],
  replies: ["Ich sehe gleich nach.\n[Ihre Bank](https://evil.example)", "Wie lautet die Nummer?"],
};
const ben = { id: "slack:T1/UBEN", name: "Ben" };

describeInBrowser("What the assistant writes for the team, in the inbox", () => {
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

  async function waiting(): Promise<string> {
    const visitor = visitorIn(server.conversations, `Maria ${randomUUID()}`);
    await visitor.says("Wo ist mein Paket?");
    return visitor.asksForAPerson();
  }
  async function brief(conversationId: string): Promise<void> {
    const handoffAt = (await server.store.find(conversationId))?.handoff?.at ?? 0;
    const source = { via: "brief", externalId: conversationId };
    await server.conversations.brief({ conversationId, handoffAt, brief: made, source });
  }
  const drafted = (conversationId: string, text: string) =>
    server.conversations.tellTeam({
      ...{ conversationId, text, draftFor: ben, source: { via: "drafts", externalId: randomUUID() } },
    });
  const said = async (id: string) =>
    (await server.store.eventsAfter(id, 0)).flatMap((event) =>
      event.type === "message.posted" && event.message.author.kind === "agent" ? [event.message] : [],
    );
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const composer = () => page.getByRole("textbox", { name: "Reply" });

  test("the brief appears above what was said, as the assistant's, and can be folded", async () => {
    const id = await waiting();
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText("Wo ist mein Paket?").waitFor();
    expect(await page.locator(".brief").count()).toBe(0);

    await brief(id);
    const card = page.locator(".brief");
    await card.getByText("A parcel is late. <b>Not bold</b>").waitFor();
    for (const words of [
      "may be wrong",
      "Asked for a person",
      "Said sorry",
      "German",
      "upset",
      "Which order is it?",
    ])
      expect(await card.textContent()).toContain(words);
    expect(await card.getByRole("link").count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    await card.getByText("A parcel is late.").click();
    await button("Send suggested reply 1").waitFor({ state: "hidden" });
    await page.reload();
    await button("Send suggested reply 1").waitFor();
  });

  test("a suggested reply is sent by a press, once, and then says by whom", async () => {
    const id = await waiting();
    await brief(id);
    await signIn(page, server, `/inbox/c/${id}`);
    await button("Send suggested reply 2").click();
    await page.getByText("Sent by ana").waitFor();
    await eventually(() => log(page).locator(".bubble").allTextContents()).toEqual([
      "Wo ist mein Paket?",
      "Wie lautet die Nummer?",
    ]);
    expect(await said(id)).toMatchObject([{ text: "Wie lautet die Nummer?", note: false }]);
    expect(await button("Send suggested reply 2").count()).toBe(0);
    await button("Send suggested reply 1").waitFor();
  });

  test("a suggested reply is changed in the composer, beside what stood there, and sent from it", async () => {
    const id = await waiting();
    await brief(id);
    await signIn(page, server, `/inbox/c/${id}`);
    await composer().fill("Guten Tag!");
    await button("Edit suggested reply 2").click();
    await expect.poll(() => composer().inputValue()).toBe("Guten Tag!\nWie lautet die Nummer?");
    await button("Send").click();
    await page.getByText("Sent by ana").waitFor();
    expect(await said(id)).toMatchObject([{ text: "Guten Tag!\nWie lautet die Nummer?" }]);
    expect(await composer().inputValue()).toBe("");
  });

  test("what somebody else has sent meanwhile is not sent again, and one learns who it was", async () => {
    const id = await waiting();
    await brief(id);
    await signIn(page, server, `/inbox/c/${id}`);
    await button("Edit suggested reply 2").click();
    const suggestionId = (await server.store.find(id))?.brief?.replies[1]?.id ?? "";
    await server.conversations.sendSuggestion({
      conversationId: id,
      suggestionId,
      agent: ben,
      text: "Welche?",
    });
    await page.getByText("Sent by Ben").waitFor();
    await button("Send").click();
    await page.getByText("Not sent. Ben has sent this suggestion already.").waitFor();
    expect(await said(id)).toMatchObject([{ text: "Welche?" }]);
  });

  test("a draft is the assistant's note, with where its links lead, and is sent from there", async () => {
    const id = await waiting();
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText("Wo ist mein Paket?").waitFor();
    await drafted(id, "Liebe Maria, [Ihre Bank](https://evil.example)");
    const draft = log(page).getByRole("article", { name: "Draft by Assistant" });
    await draft.getByText("draft for Ben").waitFor();
    expect(await draft.getByRole("link").textContent()).toBe("https://evil.example");
    expect(await violations(page)).toEqual([]);

    await button("Edit draft").click();
    await expect.poll(() => composer().inputValue()).toContain("Ihre Bank");
    await composer().fill("Liebe Maria");
    await button("Send").click();
    await draft.getByText("Sent by ana").waitFor();
    expect(await said(id)).toMatchObject([{ text: "Liebe Maria", note: false }]);
  });

  test("whoever calls the assistant writes a note, whatever the switch says", async () => {
    const id = await waiting();
    await signIn(page, server, `/inbox/c/${id}`);
    await composer().fill("@assistant offer a refund");
    await page.getByText("The assistant answers here.").waitFor();
    expect(await page.getByRole("switch", { name: "Note" }).isChecked()).toBe(true);
    await button("Send").click();
    await log(page)
      .getByRole("article", { name: /Note by/ })
      .waitFor();
    expect(await said(id)).toMatchObject([{ text: "@assistant offer a refund", note: true }]);
    expect(await page.getByRole("switch", { name: "Note" }).isChecked()).toBe(false);
  });

  test("what people decided stands as a fine line where they handed back", async () => {
    const id = await waiting();
    const act = () => ({
      conversationId: id,
      agent: ben,
      source: { via: "slack", externalId: randomUUID() },
    });
    await server.conversations.reply({ ...act(), text: "You get a refund." });
    const { seq } = await server.conversations.handBack(act());
    await server.conversations.sumUp({
      ...{ conversationId: id, handedBackSeq: seq, account: "A refund was promised." },
      source: { via: "account", externalId: id },
    });
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText("The assistant goes by what was decided: “A refund was promised.”").waitFor();
  });

  test.each([
    ["phone", { width: 390, height: 844 }, "light" as const],
    ["dark", { width: 1280, height: 800 }, "dark" as const],
  ])("nobody is kept from reading it: %s", async (_what, viewport, colorScheme) => {
    const other = await openWindow(browser, { colorScheme });
    const id = await waiting();
    await brief(id);
    await drafted(id, "Liebe Maria");
    await signIn(other.page, server, `/inbox/c/${id}`);
    await other.page.setViewportSize(viewport);
    await other.page.reload();
    await log(other.page).getByText("Liebe Maria").waitFor();
    const summary = other.page.locator(".brief summary");
    if (!(await other.page.locator(".brief").evaluate((card) => card.hasAttribute("open"))))
      await summary.click();
    await other.page.getByRole("button", { name: "Send suggested reply 1" }).waitFor();
    // The list has the page's heading, and on a phone it is behind.
    const found = await violations(other.page);
    expect(found.filter((rule) => !rule.startsWith("page-has-heading-one"))).toEqual([]);
    const width = await other.page.evaluate(
      () => [document.body.scrollWidth, globalThis.innerWidth] as const,
    );
    expect(width[0]).toBeLessThanOrEqual(width[1]);
    expect(other.complaints).toEqual([]);
    await other.close();
  });
});
