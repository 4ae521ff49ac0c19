import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGemini } from "../../../../../src/assistant/models/gemini.ts";
import { asItStands } from "../../../../../src/conversation/as-it-stands.ts";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, list, log, send, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";

/** What a model would say of these. */
const inOther: Record<string, string> = {
  "Où est ma commande ?": "Wo ist meine Bestellung?",
  "Sie kommt morgen.": "Elle arrive demain.",
};

describeInBrowser("A translated conversation in the inbox", () => {
  let server: InboxServer;
  let page: Page;

  beforeAll(async () => {
    const model = createGemini({ apiKey: "k", model: "m", apiUrl: "http://127.0.0.1:9/" });
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb, model });
    server.clock.now = Date.now();
    await server.settings.change({ teamLanguage: "de" }, "Ana");
  });
  afterAll(async () => {
    await server?.close();
  });

  eachInWindow((opened) => {
    page = opened;
  });

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const by = (name: string) => log(page).getByRole("article", { name, exact: true });
  const bubbles = () => log(page).locator(".bubble").allTextContents();
  const source = () => ({ via: "widget", externalId: randomUUID() });

  async function visitorWho(name: string, language?: string): Promise<string> {
    const visitor = { id: randomUUID(), name, language };
    const whose = { siteKey: "default", visitor };
    await server.conversations.receive({
      ...{ ...whose, id: randomUUID(), text: "Où est ma commande ?", source: source() },
    });
    const decision = { by: "button", reason: "Asked for a person" } as const;
    const { conversationId } = await server.conversations.handOff({ ...whose, decision, source: source() });
    return conversationId;
  }

  /** What the translator does when it is its turn; with a reason, what it cannot. */
  async function translates(conversationId: string, reason?: string): Promise<void> {
    const events = asItStands(await server.store.eventsAfter(conversationId, 0));
    const outcomes = events.flatMap((event) => {
      if (event.type !== "message.posted") return [];
      const { id: messageId, text: of, author } = event.message;
      const language = author.kind === "agent" ? "fr" : "de";
      const done = { state: "done", text: inOther[of] ?? `[${language}] ${of}`, language } as const;
      return [{ messageId, of, translation: reason ? ({ state: "failed", reason } as const) : done }];
    });
    await server.conversations.translate({
      ...{ conversationId, outcomes, visitorLanguage: "fr" },
      source: { via: "translator", externalId: randomUUID() },
    });
  }

  test("is proposed, switched on, reads in the team's language, and has the original one click away", async () => {
    const id = await visitorWho("Zoé", "fr");
    await signIn(page, server, `/inbox/c/${id}`);
    await page.getByText("Zoé seems to write French.").waitFor();
    await button("Translate into German").click();
    await button("Stop translating").waitFor();
    await log(page).getByText("Ana switched translation on").waitFor();
    await translates(id);
    await eventually(bubbles).toEqual(["Wo ist meine Bestellung?"]);
    await list(page).getByText("Wo ist meine Bestellung?").waitFor();

    await button("Show original").click();
    expect(await bubbles()).toEqual(["Wo ist meine Bestellung?", "Où est ma commande ?"]);
    expect(await violations(page)).toEqual([]);
    await button("Hide original").click();
    expect(await bubbles()).toEqual(["Wo ist meine Bestellung?"]);
    await button("Stop translating").click();
    await log(page).getByText("Ana switched translation off").waitFor();
  });

  test("shows of a reply that it is translated first, then what was sent, and how far that got", async () => {
    const id = await visitorWho("Léa", "fr");
    await signIn(page, server, `/inbox/c/${id}`);
    await button("Translate into German").click();
    await page.getByText("The visitor reads it in French.").waitFor();
    await translates(id);
    await send(page, "Sie kommt morgen.");
    const mine = by("Ana");
    await mine.getByText("Translating, then it is sent…").waitFor();
    expect(await mine.getByText(/Sent|Delivered|Seen/).count()).toBe(0);

    await translates(id);
    await mine.getByText("Sent in French").waitFor();
    await button("Show translation").click();
    await mine.getByText("Elle arrive demain.", { exact: true }).waitFor();
    const { seq } = (await server.store.find(id)) ?? expect.fail("it is there");
    await server.conversations.reach({ conversationId: id, upTo: seq, isSeen: true, source: source() });
    await mine.getByText("Seen", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("says why a reply went untranslated", async () => {
    const id = await visitorWho("Max", "fr");
    await signIn(page, server, `/inbox/c/${id}`);
    await button("Translate into German").click();
    await translates(id);
    await send(page, "Hallo");
    await by("Ana").getByText("Translating, then it is sent…").waitFor();
    await translates(id, "The model took too long.");
    await by("Ana").getByText("Sent untranslated: The model took too long.").waitFor();
  });

  test("is switched on among the details where the language is not known, and the setting says the team's", async () => {
    const id = await visitorWho("Ada");
    await signIn(page, server, `/inbox/c/${id}`);
    expect(await page.getByText("seems to write").count()).toBe(0);
    await page.getByRole("switch", { name: "Translate" }).click();
    await button("Stop translating").waitFor();
    expect((await server.store.find(id))?.translating).toEqual({ isOn: true, teamLanguage: "de" });

    await page.goto(`${server.url}/inbox/settings`);
    const language = page.getByRole("combobox", { name: "Team language" });
    expect(await language.inputValue()).toBe("de");
    await language.selectOption({ label: "Dutch" });
    await button("Save").click();
    await page.getByText("Saved", { exact: true }).waitFor();
    expect((await server.settings.current()).teamLanguage).toBe("nl");
    await page.getByText("Dutch").last().waitFor();
    await server.settings.change({ teamLanguage: "de" }, "Ana");
  });

  test("cannot be had without a model, and says what to set", async () => {
    const without = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
    try {
      without.clock.now = Date.now();
      const { conversationId } = await without.conversations.receive({
        ...{ siteKey: "default", visitor: { id: "v1", language: "fr" }, id: randomUUID() },
        ...{ text: "Bonjour", source: source() },
      });
      await signIn(page, without, `/inbox/c/${conversationId}`);
      await page.getByText("Set GEMINI_API_KEY").waitFor();
      expect(await page.getByRole("switch", { name: "Translate" }).isDisabled()).toBe(true);
      expect(await page.getByText("seems to write").count()).toBe(0);
    } finally {
      await without.close();
    }
  });
});
