import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { serves } from "../../support/serves.ts";

describeInBrowser("For how many days conversations are kept", () => {
  let server: InboxServer;
  let page: Page;

  beforeEach(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
  });
  afterEach(() => server.close());

  eachInWindow((opened) => {
    page = opened;
  });

  const choice = () => page.getByRole("combobox", { name: /^Keep closed conversations of/ });
  const days = () => page.getByRole("spinbutton", { name: /^Days for/ });
  const chosen = () => choice().evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text);
  const isRefused = () => days().evaluate((box: HTMLInputElement) => box.matches(":focus:invalid"));
  const kept = async () => (await server.sites.list()).find(({ key }) => key === "default")?.keepDays;
  const save = () => page.getByRole("button", { name: "Save" }).click();

  test("can be typed where none of those offered is right, and stands there as it was saved", async () => {
    await signIn(page, server, "/inbox/settings");
    expect(await days().count()).toBe(0);
    await choice().selectOption("Another time…");
    await save();
    expect(await isRefused()).toBe(true);
    expect(await kept()).toBe(0);

    await days().fill("45");
    await page.getByText(/older than 45 days/).waitFor();
    await serves(page, "another-time");
    await save();
    await eventually(kept).toBe(45);
    await page.reload();
    await eventually(chosen).toBe("Another time…");
    expect(await days().inputValue()).toBe("45");
  });

  test("are not saved where they are too many, and nobody is asked to erase anything", async () => {
    await signIn(page, server, "/inbox/settings");
    await choice().selectOption("Another time…");
    await days().fill("3651");
    await save();
    expect(await isRefused()).toBe(true);
    await page.getByText("At most 3650.").waitFor();
    expect(await page.getByText("Erase what is older").count()).toBe(0);
    expect(await kept()).toBe(0);
    await days().fill("3650");
    await page.getByText("nothing is erased now").waitFor();
    await save();
    await eventually(kept).toBe(3650);
  });

  test("are again those offered once one of them is chosen", async () => {
    await server.sites.change("default", { keepDays: 45 });
    await signIn(page, server, "/inbox/settings");
    await eventually(chosen).toBe("Another time…");
    await choice().selectOption("90 days");
    await eventually(() => days().count()).toBe(0);
    await save();
    await eventually(kept).toBe(90);
  });
});
