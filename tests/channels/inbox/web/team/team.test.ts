import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, openWindow, signIn } from "../../support/desk.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { openLetterbox, tokenIn } from "../../support/letterbox.ts";
import { agentCalled, signedInAgent } from "../../support/members.ts";
import { serves } from "../../support/serves.ts";

const letterbox = openLetterbox();
describeInBrowser("Signing in, and the team", () => {
  let server: InboxServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb, mailer: letterbox.mailer });
    await server.sites.add({ key: "outlet", name: "Outlet" });
    await signedInAgent(server, "Ben");
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test("who forgot their password gets a link by email, and signs in with a new one, by keyboard", async () => {
    const { page, close } = await openWindow(browser);
    await page.goto(`${server.url}/inbox`);
    await page.getByRole("link", { name: "Forgot your password?" }).waitFor();
    await serves(page, "sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).press("Enter");
    await page.getByRole("textbox", { name: "Email" }).fill("ben@example.com");
    await serves(page, "forgot");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
    await serves(page, "forgot-asked");

    const mail = letterbox.to("ben@example.com").find(({ tag }) => tag === "password-reset");
    await page.goto(`${server.url}/inbox/reset?token=${tokenIn(mail ?? expect.fail("it was sent"))}`);
    await page.getByRole("textbox", { name: "Password" }).fill("a new long password");
    await serves(page, "reset");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Go to sign-in" }).press("Enter");
    await page.getByRole("textbox", { name: "Email" }).fill("ben@example.com");
    await page.getByRole("textbox", { name: "Password" }).fill("a new long password");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Conversations", exact: true }).waitFor();
    await close();
  });

  test("an admin gives an agent their sites, helps with a password, invites and withdraws", async () => {
    const { page, close } = await openWindow(browser);
    await signIn(page, server, "/inbox/team");
    await button(page, "Change Ben").click();
    await page.getByRole("list", { name: "Team" }).getByRole("checkbox", { name: "Outlet" }).check();
    await page.getByText("agent for Outlet").waitFor();
    await button(page, "New password").click();
    await page.getByRole("textbox", { name: "Link for a new password" }).waitFor();

    await page.getByRole("textbox", { name: "Their name" }).fill("Cleo");
    await page.getByRole("textbox", { name: "Their email" }).fill("cleo@example.com");
    await button(page, "Send the invitation").click();
    const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
    await serves(page, "team");
    await openWindow(browser).then(async (cleos) => {
      await cleos.page.goto(link);
      await button(cleos.page, "Join").waitFor();
      await serves(cleos.page, "join");
      await cleos.close();
    });
    await button(page, "Withdraw the invitation of Cleo").click();
    await eventually(() => page.getByRole("list", { name: "Open invitations" }).count()).toBe(0);
    await close();
  });

  test("everybody sees where they are signed in, and ends what they do not recognise", async () => {
    const elsewhere = await openWindow(browser);
    await signIn(elsewhere.page, server);
    const { page, close } = await openWindow(browser);
    await signIn(page, server);
    await page.getByRole("link", { name: /^Your account/ }).click();
    const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
    await sessions.filter({ hasText: "This one" }).waitFor();
    await serves(page, "account");
    await button(page, "Sign out everywhere else").click();
    await eventually(() => sessions.count()).toBe(1);
    await alert(elsewhere.page).getByText("You were signed out here").waitFor();
    await elsewhere.close();

    await button(page, "Sign out").last().click();
    await settled(page);
    expect(await alert(page).count()).toBe(0);
    await close();
  });

  test("who is taken out of the team while they have the inbox open reads why, also after a reload", async () => {
    await signedInAgent(server, "Dora");
    const { page, close } = await openWindow(browser);
    await signIn(page, server, "/inbox", agentCalled("Dora"));
    const dora = (await server.team.members()).find(({ name }) => name === "Dora");
    await server.team.remove(dora?.id ?? expect.fail("she is in the team"));
    await alert(page).getByText("You are no longer part of this team.").waitFor();
    await serves(page, "taken-out");
    await page.reload();
    await alert(page).getByText("Ask an admin for a new invitation.").waitFor();
    await close();
  });

  test("the setup page serves everybody", async () => {
    const { page, close } = await openWindow(browser);
    await page.goto(`${server.url}/inbox/setup?token=x`);
    await button(page, "Create admin").waitFor();
    await serves(page, "setup");
    await close();
  });
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const alert = (page: Page) => page.getByRole("alert");

/** The sign-in page has heard which ways in there are. */
async function settled(page: Page): Promise<void> {
  await button(page, "Sign in").waitFor();
  await page.waitForLoadState("networkidle");
}
