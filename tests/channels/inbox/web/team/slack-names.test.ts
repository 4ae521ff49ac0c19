import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { openWindow, signIn } from "../../support/desk.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { signedInAgent } from "../../support/members.ts";
import { serves } from "../../support/serves.ts";
import { workspacesOf } from "../../support/workspaces.ts";

describeInBrowser("Who of the team is who in Slack", () => {
  let server: InboxServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await openInboxServer({
      ...{ firstAdmin: admin, webFolder: builtWeb },
      given: { slackWorkspaces: workspacesOf().desk },
    });
    await signedInAgent(server, "Ben");
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test("an admin sees who is connected, and vouches for the address of who is not", async () => {
    await server.identities.recognise({ id: "slack:T1/UANA", name: "ana" }, admin.email);
    const { page, close } = await openWindow(browser);
    await signIn(page, server, "/inbox/team");
    const row = (name: string) =>
      page.getByRole("list", { name: "Team" }).getByRole("listitem").filter({ hasText: name });
    await row("Ana").getByText("Slack: @ana").waitFor();
    await row("Ben").getByText("Address not confirmed").waitFor();
    await page.getByRole("button", { name: "Change Ben" }).click();
    await page.getByText("Nobody has shown yet that ben@example.com is Ben’s address").waitFor();
    await serves(page, "team-in-slack");
    await page.getByRole("button", { name: "Confirm address" }).click();
    await page.getByText("ben@example.com is confirmed.").waitFor();
    await row("Ben").getByText("Address not confirmed").waitFor({ state: "detached" });
    expect(await page.getByRole("button", { name: "Confirm address" }).count()).toBe(0);
    await close();
  });

  test("an admin lets everybody of the workspace in, and says who stays out", async () => {
    const { page, close } = await openWindow(browser);
    await signIn(page, server, "/inbox/settings");
    const list = page.getByRole("textbox", { name: "Not let in" });
    expect(await list.count()).toBe(0);
    await page.getByRole("switch", { name: "Let everybody of the workspace in" }).check();
    await list.fill("eve@example.com, nobody");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("One of these is not an email address.").waitFor();
    await list.fill("Eve@example.com");
    await list.scrollIntoViewIfNeeded();
    await serves(page, "let-everybody-in");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
    expect(await server.settings.current()).toMatchObject({
      slackTeamJoins: true,
      notLetIn: ["eve@example.com"],
    });
    await close();
  });

  test("an agent sees who is who, and of no address that it is not confirmed", async () => {
    const agent = await signedInAgent(server, "Cleo");
    const { body } = await agent.get("/api/team");
    const ana = body.members.find(({ email }: { email: string }) => email === admin.email);
    expect(ana.slackNames).toEqual(["ana"]);
  });
});
