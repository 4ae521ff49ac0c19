import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("Trying trigger phrases on the settings page", () => {
  let server: InboxServer;
  let page: Page;

  beforeEach(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
  });

  afterEach(async () => {
    await server.close();
  });

  eachInWindow((opened) => {
    page = opened;
  });

  const open = () => signIn(page, server, "/inbox/settings");
  const box = (name: string) => page.getByRole("textbox", { name, exact: true });
  const replay = () => page.getByRole("button", { name: "Replay", exact: true }).click();
  const savedPhrases = async () => (await server.settings.current()).triggerPhrases;

  test("a sentence is answered while one types, with the phrases as typed, and Enter saves nothing", async () => {
    await open();
    await box("Test a sentence").fill("Where is my parcel?");
    await page.getByText("“Where is my parcel?” stays with the assistant").waitFor();
    await box("Trigger phrases").fill("my parcel");
    await page.getByText("connects the visitor to people at once: your phrase “my parcel”.").waitFor();
    await box("Test a sentence").fill("This is useless");
    await page.getByText("gets the visitor an offer, once, to talk to a person or keep going").waitFor();
    await box("Test a sentence").press("Enter");
    await box("Test a sentence").fill("");
    await eventually(() => page.getByText("gets the visitor an offer").count()).toBe(0);
    expect(await page.getByText("Saved", { exact: true }).count()).toBe(0);
    expect(await savedPhrases()).toEqual([]);
  });

  test("a replay shows whom the phrases would connect and whom no more, with links, and is gone when they change", async () => {
    await server.settings.change({ triggerPhrases: ["cancel"] }, "Ana");
    const maria = await visitorIn(server.conversations, "Maria").says("What about my discount?");
    await visitorIn(server.conversations, "Ben").says("Please cancel it");
    await visitorIn(server.conversations, "Chloe").says("Hello");
    await open();
    await box("Trigger phrases").fill("discount");
    await replay();
    await page.getByText("Looked at 3 messages of 3 of 3 conversations, the latest first.").waitFor();
    const connected = page.getByRole("list", { name: "Would be connected to people at once" });
    const released = page.getByRole("list", { name: "Would no longer be connected" });
    expect(await connected.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringMatching(/Maria.*“What about my discount\?”.*because of “discount”/s),
    ]);
    expect(await connected.getByRole("link", { name: "Maria" }).getAttribute("href")).toBe(
      `/inbox/c/${maria}`,
    );
    expect(await released.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringMatching(/Ben.*“Please cancel it”.*because of “cancel”/s),
    ]);
    expect(await violations(page)).toEqual([]);
    expect(await savedPhrases()).toEqual(["cancel"]);

    await box("Trigger phrases").fill("cancel");
    await eventually(() => page.getByText("Looked at 3 messages").count()).toBe(0);
    await replay();
    await page.getByText("Nothing would change.").waitFor();
  });

  test("phrases that cannot be tried say what is wrong with them", async () => {
    await open();
    await box("Trigger phrases").fill("x");
    await replay();
    await page.getByRole("alert").getByText("A phrase needs two letters at least.").waitFor();
  });
});
