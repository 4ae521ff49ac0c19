import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { serves } from "../../support/serves.ts";
import { slackCopies } from "../../support/slack-copies.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("The receipt of an erased conversation", () => {
  let server: InboxServer;
  let page: Page;
  const { slack, remover } = slackCopies(() => server.clock.now);

  beforeAll(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb, slackRemover: remover });
    server.clock.now = Date.now();
    server.privacy.start();
  });
  beforeEach(() => {
    Object.assign(slack, { refuses: false, broken: false, isDeleted: true });
  });
  afterAll(() => server?.close());

  eachInWindow((opened) => {
    page = opened;
  });

  /** A conversation with a thread in Slack, erased, and its receipt open. */
  async function erased(name: string): Promise<void> {
    const id = await visitorIn(server.conversations, name).says("Forget me");
    await server.threads.link("slack", id, `T1/C1/${name}`);
    await server.privacy.erase(id, "Ana");
    await signIn(page, server, `/inbox/c/${id}`);
  }
  const button = (name: string) => page.getByRole("button", { name });
  const refusal = () => page.getByText("Slack does not let the app delete this post.");
  const isDone = () => page.getByText("Everything that can be removed is removed").waitFor();
  const recorded = (state: string) =>
    page.getByRole("list", { name: "Receipts" }).getByRole("listitem").first().getByText(state);

  test("says what Slack refused, and asks for it once more at a press, until it is gone", async () => {
    slack.refuses = true;
    await erased("Rita");
    await isDone();
    await refusal().waitFor();
    await serves(page, "receipt-refused");

    await page.route("**/retry", (route) => route.abort());
    await button("Try to remove it again").click();
    await page
      .getByRole("alert")
      .getByText("It was not tried again. The server cannot be reached.")
      .waitFor();
    await serves(page, "receipt-not-retried");
    await page.unroute("**/retry");

    await button("Try to remove it again").click();
    await eventually(() => page.getByRole("alert").count()).toBe(0);
    await isDone();
    await refusal().waitFor();

    slack.refuses = false;
    await button("Try to remove it again").click();
    await eventually(() => refusal().count()).toBe(0);
    await isDone();
    await page.getByText("From Slack: 1 post, 1 file").waitFor();
    expect(await button("Try to remove it again").count()).toBe(0);
  });

  test("says what keeps it from going on, and is done by itself once that is over, here and on the record", async () => {
    slack.broken = true;
    await erased("Sven");
    await page
      .getByText("It got stuck and is tried again by itself. What went wrong: Slack does not answer.")
      .waitFor();
    await serves(page, "receipt-stuck");
    await page.goto(`${server.url}/inbox/settings/privacy`);
    await recorded("stuck, tried again").waitFor();
    await serves(page, "record-stuck");

    slack.broken = false;
    server.clock.now += 60_000;
    await page.getByRole("list", { name: "Receipts" }).getByRole("link").first().click();
    await isDone();
    expect(await page.getByText("It got stuck").count()).toBe(0);
    await page.goto(`${server.url}/inbox/settings/privacy`);
    await recorded("done").waitFor();
  });
});
