import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationEvent } from "../../../../../src/conversation/events.ts";
import type { Presence } from "../../../../../src/conversation/presence.ts";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, list, log, send, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { serves } from "../../support/serves.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("A conversation in the inbox", () => {
  let server: InboxServer;
  let page: Page;
  const presences = new Map<string, Presence>();

  beforeAll(async () => {
    server = await openInboxServer({
      ...{ firstAdmin: admin, webFolder: builtWeb },
      given: { presences: { find: async (id) => presences.get(id) } },
    });
    server.clock.now = Date.now();
  });

  afterAll(async () => {
    await server?.close();
  });

  eachInWindow((opened) => {
    page = opened;
  });

  const ben = { id: "slack:T1/UBEN", name: "Ben" };
  const source = () => ({ via: "slack", externalId: randomUUID() });
  const says = (conversationId: string, text: string) =>
    server.conversations.reply({ conversationId, agent: ben, text, source: source() });
  const bubbles = () => log(page).locator(".bubble").allTextContents();
  const message = async (conversationId: string, text: string) => {
    const events = await server.store.eventsAfter(conversationId, 0);
    const found = events.find(
      (event): event is Extract<ConversationEvent, { type: "message.posted" }> =>
        event.type === "message.posted" && event.message.text === text,
    );
    return found?.message.id ?? expect.fail(`nobody said ${text}`);
  };

  test("what is edited, deleted and made internal changes in place, while one looks and when one comes back", async () => {
    const id = await visitorIn(server.conversations, "Maria").asksForAPerson();
    for (const text of ["first", "second", "third"]) await says(id, text);
    await signIn(page, server, `/inbox/c/${id}`);
    await eventually(bubbles).toEqual(["first", "second", "third"]);

    const by = { kind: "agent", ...ben } as const;
    const change = { conversationId: id, by };
    const [first, second, third] = await Promise.all(
      ["first", "second", "third"].map((text) => message(id, text)),
    );
    await server.conversations.edit({ ...change, messageId: first ?? "", text: "better", source: source() });
    await server.conversations.remove({ ...change, messageId: second ?? "", source: source() });
    await server.conversations.makeInternal({
      ...{ conversationId: id, messageId: third ?? "", by: ben, source: source() },
    });

    const asItStands = async () => {
      await eventually(bubbles).toEqual(["better", "third"]);
      const edited = log(page).getByRole("article", { name: "Ben", exact: true });
      await edited.getByText("edited", { exact: true }).waitFor();
      await log(page).getByRole("article", { name: "Note by Ben" }).getByText("third").waitFor();
    };
    await asItStands();
    await page.reload();
    await asItStands();
    await list(page).getByText("better").waitFor();
  });

  test("below the last answer stands how far it got, and no line is made of it", async () => {
    const id = await visitorIn(server.conversations, "Reader").asksForAPerson();
    await signIn(page, server, `/inbox/c/${id}`);
    await send(page, "Can you read this?");
    await log(page).getByText("Sent", { exact: true }).waitFor();
    const { seq } = (await server.store.find(id)) ?? expect.fail("it is there");

    const reach = (isSeen: boolean) =>
      server.conversations.reach({ conversationId: id, upTo: seq, isSeen, source: source() });
    await reach(false);
    await log(page).getByText("Delivered", { exact: true }).waitFor();
    await reach(true);
    await log(page).getByText("Seen", { exact: true }).waitFor();
    expect(await log(page).getByText("Delivered").count()).toBe(0);
    expect(await log(page).locator(".line").count()).toBe(1);

    await page.goto(`${server.url}/inbox`);
    const item = list(page).getByRole("listitem").filter({ hasText: "Reader" });
    await item.waitFor();
    expect(await item.getByText("unread").count()).toBe(0);
  });

  test("whoever left an address and went is written to by hand where no mail goes, and that is said", async () => {
    const id = await visitorIn(server.conversations, "Paula", "paula@example.com").asksForAPerson();
    const presence = { conversationId: id, at: server.clock.now };
    presences.set(id, { ...presence, isHere: true });
    await signIn(page, server, `/inbox/c/${id}`);
    const told = page.getByRole("status").filter({ hasText: "no email service is connected" });
    await page.getByText("On the site").waitFor();
    expect(await told.count()).toBe(0);

    presences.set(id, { ...presence, isHere: false });
    server.live.attend({ conversationId: id, who: "visitor", doing: "looking" });
    await told.getByRole("link", { name: "paula@example.com" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("a visitor is blocked after a question, and unblocked again", async () => {
    const id = await visitorIn(server.conversations, "Rude").says("Insults");
    await signIn(page, server, `/inbox/c/${id}`);
    page.once("dialog", (dialog) => void dialog.dismiss());
    await page.getByRole("button", { name: "Block Rude" }).click();
    expect((await server.store.find(id))?.isBlocked).toBe(false);

    page.once("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Block Rude" }).click();
    await page.getByText("Rude is blocked and cannot write here.").waitFor();
    await log(page).getByText("Ana blocked the visitor").waitFor();
    expect(await server.store.find(id)).toMatchObject({ isBlocked: true, status: "closed" });
    expect(await violations(page)).toEqual([]);

    await page.getByRole("button", { name: "Unblock" }).click();
    await page.getByRole("button", { name: "Block Rude" }).waitFor();
    expect((await server.store.find(id))?.isBlocked).toBe(false);
  });

  test("files stand in their message: pictures as pictures, others as links by name", async () => {
    await page.route("**/files/**", (route) =>
      route.fulfill({ contentType: "image/png", body: Buffer.from(onePixel, "base64") }),
    );
    const { conversationId } = await server.conversations.receive({
      ...{ siteKey: "default", visitor: { id: "filer", name: "Filer" }, id: randomUUID(), text: "" },
      files: [
        { id: "p1", name: "screen.png", mime: "image/png", size: 70 },
        { id: "p2", name: "invoice.pdf", mime: "application/pdf", size: 2_400 },
      ],
      source: { via: "widget", externalId: randomUUID() },
    });
    await signIn(page, server, `/inbox/c/${conversationId}`);
    const said = log(page).getByRole("article", { name: "Filer" });
    await said.getByRole("img", { name: "screen.png" }).waitFor();
    const link = said.getByRole("link", { name: "invoice.pdf 2 kB" });
    expect(await link.getAttribute("href")).toBe(`/api/conversations/${conversationId}/files/p2`);
    await list(page).getByText("screen.png, invoice.pdf").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("all of it is read as one page, with or without the notes, and printed as on paper", async () => {
    const id = await visitorIn(server.conversations, "Reader of all").says("Where is it?");
    await says(id, "| Step | When |\n|---|---|\n| Packed | Monday |");
    await server.conversations.note({ conversationId: id, agent: ben, text: "A regular", source: source() });
    await signIn(page, server, `/inbox/c/${id}`);
    await page.getByRole("link", { name: "Read as a page" }).click();
    await page.getByRole("heading", { name: "Conversation with Reader of all" }).waitFor();
    const words = () => page.locator(".said-words").allTextContents();
    await eventually(words).toEqual(["Where is it?", "StepWhenPackedMonday", "A regular"]);
    await page.getByRole("cell", { name: "Monday" }).waitFor();
    await serves(page, "transcript");

    const note = page.locator(".is-note");
    const paper = () => note.evaluate((shown) => getComputedStyle(shown).backgroundColor);
    const byDay = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await paper()).not.toBe(byDay);
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    expect(await paper()).toBe(byDay);
    for (const onScreenAlone of [
      page.getByRole("navigation"),
      page.getByRole("link", { name: "Export CSV" }),
    ])
      expect(await onScreenAlone.isVisible()).toBe(false);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");

    await page.emulateMedia({ media: "screen" });
    const exported = page.getByRole("link", { name: "Export CSV" });
    expect(await exported.getAttribute("href")).toContain("notes=1");
    await page.getByRole("switch", { name: "Notes (1)" }).uncheck();
    await eventually(words).toEqual(["Where is it?", "StepWhenPackedMonday"]);
    expect(await exported.getAttribute("href")).not.toContain("notes");
    await page.getByRole("link", { name: "Open in the inbox" }).click();
    await log(page).getByText("Where is it?").waitFor();
  });

  test("when exactly something was said is one key or one tap away, for every message and in the list", async () => {
    const visitor = visitorIn(server.conversations, "Punctual");
    await visitor.says("one");
    const id = await visitor.says("two");
    await signIn(page, server, `/inbox/c/${id}`);
    await eventually(bubbles).toEqual(["one", "two"]);
    const times = () => log(page).locator("article time").allTextContents();
    const inList = list(page).getByRole("listitem").filter({ hasText: "Punctual" }).locator("time");
    const toTheSecond = /\d{4}.*\d:\d\d:\d\d/;
    expect(await times()).toEqual([expect.not.stringMatching(toTheSecond)]);

    await page.keyboard.press("t");
    await eventually(times).toEqual([1, 2].map(() => expect.stringMatching(toTheSecond)));
    expect(await inList.textContent()).toMatch(toTheSecond);
    await serves(page, "times-in-full");
    await page.keyboard.press("t");
    await eventually(times).toEqual([expect.not.stringMatching(toTheSecond)]);
    await log(page).locator("article time").click();
    await eventually(times).toEqual([1, 2].map(() => expect.stringMatching(toTheSecond)));
  });

  test("what was missed says so and leads back, and the way back keeps the list as it was", async () => {
    await visitorIn(server.conversations, "Still here").asksForAPerson();
    await signIn(page, server, "/inbox/c/nobody?status=waiting");
    await page.getByRole("heading", { name: "There is no such conversation" }).waitFor();
    await serves(page, "conversation-missing");
    await page.getByRole("link", { name: "Back to all" }).click();
    await list(page).getByText("Still here").waitFor();
    expect(new URL(page.url()).search).toBe("?status=waiting");
    await page.goto(`${server.url}/inbox/nowhere`);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    await serves(page, "missing");
  });
});

const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
