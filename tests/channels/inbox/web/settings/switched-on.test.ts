import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLateHandoffs } from "../../../../../src/assistant/late-handoffs.ts";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { quietLog } from "../../../../support/quiet-log.ts";
import { builtWeb } from "../../support/built-web.ts";
import { list, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { serves } from "../../support/serves.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("Switching live handoff on and off", () => {
  let server: InboxServer;
  let late: ReturnType<typeof createLateHandoffs>;
  let page: Page;

  beforeEach(async () => {
    server = await openInboxServer({
      ...{ firstAdmin: admin, webFolder: builtWeb },
      given: { callForMissed: () => late.look() },
    });
    const { conversations, directory, settings, clock } = server;
    late = createLateHandoffs({ conversations, directory, settings, now: () => clock.now, log: quietLog() });
  });
  afterEach(() => server.close());
  eachInWindow((opened) => {
    page = opened;
  });

  test("says what happens to those who ask meanwhile, who they are, and for how many people are called", async () => {
    await server.settings.change({ liveHandoff: false }, "Ben");
    await visitorIn(server.conversations, "Old").asksWhileOff();
    server.clock.now += 4 * 24 * 60 * 60_000;
    await visitorIn(server.conversations, "Maria").asksWhileOff();
    await signIn(page, server, "/inbox/settings");
    await page.getByText("people are called for those who asked in the last three days").waitFor();
    const asked = page.getByRole("link", {
      name: "2 visitors asked for the team while live handoff was off",
    });
    await asked.click();
    await list(page).getByRole("listitem").filter({ hasText: "Maria" }).waitFor();
    await page.goBack();

    await page.getByRole("switch", { name: "Live handoff" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page
      .getByText(
        "Saved. People are called now for 1 visitor who asked for the team while it was off. 1 more is marked in the inbox.",
      )
      .waitFor();
    await page
      .getByRole("link", { name: "1 visitor asked for the team while live handoff was off" })
      .waitFor();
    await serves(page, "switched-on");
    const { summaries } = await server.directory.list({ status: "waiting" });
    expect(summaries.map(({ conversation }) => conversation.visitor.name)).toEqual(["Maria"]);
  });
});
