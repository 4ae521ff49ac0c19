import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { list, log, openWindow } from "../../support/desk.ts";
import { type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("A new server's inbox in a browser", () => {
  let browser: Browser;
  let server: InboxServer;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await openInboxServer({ webFolder: builtWeb });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function setUp(page: Page): Promise<void> {
    await page.goto(server.setupLink ?? "");
    await page.getByRole("textbox", { name: "Name" }).fill("Ana");
    await page.getByRole("textbox", { name: "Email" }).fill("ana@example.com");
    await page.getByRole("textbox", { name: "Password" }).fill("a long enough password");
    await page.getByRole("button", { name: "Create admin" }).click();
  }

  test("the setup link makes the first admin and signs them in; a second time it is refused in words", async () => {
    const { page, close } = await openWindow(browser);
    await setUp(page);
    await page.getByText("Conversations appear here as visitors write.").waitFor();
    expect(new URL(page.url()).search).toBe("");

    await setUp(page);
    await page.getByRole("alert").getByText("set up already").waitFor();
    await close();
  });

  test.each(["light", "dark"] as const)("every page is accessible in %s", async (colorScheme) => {
    const { page, close } = await openWindow(browser, { colorScheme, reducedMotion: "reduce" });
    const audit = await auditor(page);
    await page.goto(`${server.url}/inbox`);
    await page.getByRole("textbox", { name: "Email" }).fill("ana@example.com");
    expect(await audit()).toEqual([]);

    await page.getByRole("textbox", { name: "Password" }).fill("a long enough password");
    await page.getByRole("button", { name: "Sign in" }).click();
    const maria = visitorIn(server.conversations, "Maria", "maria@example.com");
    await maria.says("Hello");
    const id = await maria.asksForAPerson();
    await list(page).getByText("Maria").waitFor();
    expect(await audit()).toEqual([]);

    const [ana] = await server.team.members();
    const agent = { id: ana?.id ?? "", name: "Ana" };
    const source = (externalId: string) => ({ via: "inbox", externalId: `${colorScheme}/${externalId}` });
    await server.conversations.note({ conversationId: id, agent, text: "A *note*", source: source("1") });
    await server.conversations.reply({
      conversationId: id,
      agent,
      text: "`code` and **bold**",
      source: source("2"),
    });
    await page.goto(`${server.url}/inbox/c/${id}`);
    await log(page).locator("strong", { hasText: "bold" }).last().waitFor();
    expect(await audit()).toEqual([]);

    for (const place of ["Analytics", "Settings", "Team"]) {
      await page.getByRole("link", { name: place }).click();
      await page.getByRole("heading", { name: place, level: 1 }).waitFor();
      await page.getByText("Loading…").waitFor({ state: "detached" });
      expect(await audit()).toEqual([]);
    }
    await close();
  });
});

/** What axe finds wrong on the page as it stands, each as one line. */
async function auditor(page: Page): Promise<() => Promise<string[]>> {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  return async () => {
    await page.evaluate(source);
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
  };
}
