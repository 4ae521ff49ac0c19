import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, log, send, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { serves } from "../../support/serves.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("A conversation that ends while a reply is unsent", () => {
  let server: InboxServer;
  let page: Page;

  beforeAll(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
    server.clock.now = Date.now();
  });
  afterAll(() => server?.close());

  eachInWindow((opened) => {
    page = opened;
  });

  const dialog = () => page.getByRole("dialog");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const statusOf = async (id: string) => (await server.store.find(id))?.status;
  const said = async (id: string) =>
    (await server.store.eventsAfter(id, 0)).flatMap((event) =>
      event.type === "message.posted" ? [event.message.text] : [],
    );

  async function claimed(name: string): Promise<string> {
    const id = await visitorIn(server.conversations, name).asksForAPerson();
    await signIn(page, server, `/inbox/c/${id}`);
    await press("Claim");
    await page.getByText("You answer", { exact: true }).waitFor();
    return id;
  }

  async function repliesInVain(how: "refused" | "waiting"): Promise<void> {
    await page.route("**/reply", (route) =>
      how === "waiting"
        ? route.abort()
        : route.fulfill({ status: 400, json: { error: { message: "Too early." } } }),
    );
    await send(page, "We sent it *yesterday*.");
    await log(page)
      .getByText(how === "waiting" ? "Not sent yet" : "Not sent. Too early.")
      .waitFor();
  }

  async function writesRefusedNote(): Promise<void> {
    await page.route("**/note", (route) =>
      route.fulfill({ status: 400, json: { error: { message: "No notes now." } } }),
    );
    await page.getByRole("switch", { name: "Note" }).check();
    await send(page, "A quick one.");
    await log(page).getByText("Not sent. No notes now.").waitFor();
    await page.getByRole("switch", { name: "Note" }).uncheck();
  }

  test("is asked about: the reply goes first, and then it is closed", async () => {
    const id = await claimed("Maria");
    await repliesInVain("waiting");
    await press("Close");
    await dialog().getByRole("heading", { name: "Close without your reply?" }).waitFor();
    await dialog().getByText("We sent it *yesterday*.").waitFor();
    await serves(page, "unsent-reply");

    await press("Send first");
    await dialog().getByText("It could not be sent. The server cannot be reached.").waitFor();
    expect(await statusOf(id)).toBe("agent");
    await page.unroute("**/reply");
    await press("Send first");
    await eventually(() => statusOf(id)).toBe("closed");
    expect(await said(id)).toEqual(["We sent it *yesterday*."]);
    await eventually(() => dialog().count()).toBe(0);
  });

  test("may be handed back without it: then it stays, and never goes by itself", async () => {
    const id = await claimed("Joe");
    await writesRefusedNote();
    await repliesInVain("waiting");
    await press("Hand back");
    await press("Hand back without sending");
    await eventually(() => statusOf(id)).toBe("assistant");
    await log(page).getByText("Not sent. You handed the conversation back without it.").waitFor();
    expect(await log(page).getByText("Not sent. No notes now.").count()).toBe(1);
    await page.unroute("**/reply");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.reload();
    await log(page).getByText("Not sent. You handed the conversation back without it.").waitFor();
    expect(await said(id)).toEqual([]);
    await page
      .getByRole("article", { name: "You", exact: true })
      .getByRole("button", { name: "Discard" })
      .click();
    await eventually(() => log(page).getByText("Not sent").count()).toBe(1);
  });

  test("goes on as it was where nothing is decided, and the key asks, too", async () => {
    const id = await claimed("Zoe");
    await repliesInVain("refused");
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await dialog().getByText("Zoe has not got what you wrote").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => dialog().count()).toBe(0);
    expect(await statusOf(id)).toBe("agent");
    await press("Discard");
    await press("Close");
    await eventually(() => statusOf(id)).toBe("closed");
    expect(await dialog().count()).toBe(0);
  });

  test("waits for a reply that is on its way, and for no note", async () => {
    const id = await visitorIn(server.conversations, "Quick").asksForAPerson();
    await signIn(page, server, `/inbox/c/${id}`);
    await writesRefusedNote();

    let arrives = () => {};
    const held = new Promise<void>((resolve) => {
      arrives = resolve;
    });
    await page.route("**/reply", (route) => held.then(() => route.continue()));
    await send(page, "Done!");
    await press("Close");
    await page.getByRole("button", { name: "Close", exact: true, disabled: true }).waitFor();
    arrives();
    await eventually(() => statusOf(id)).toBe("closed");
    expect(await said(id)).toEqual(["Done!"]);
    expect(await dialog().count()).toBe(0);
  });
});
