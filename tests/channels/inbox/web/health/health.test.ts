import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Check } from "../../../../../src/health/check.ts";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "../../support/members.ts";
import { violations } from "../../support/violations.ts";

const found: Check[] = [
  { name: "Database", state: "ok", detail: "SQLite answers and is up to date." },
  { name: "Slack token", state: "broken", detail: "Slack does not accept the bot token." },
  { name: "Email", state: "off", detail: "Set POSTMARK_SERVER_TOKEN and POSTMARK_FROM." },
  { name: "Websites", state: "warn", detail: "Every website may show the widget of “Shop”." },
];

describeInBrowser("The health page", () => {
  let server: InboxServer;
  let page: Page;
  let checks: Check[];
  /** Lets the test handoff go on by one step. */
  let goOn: (step: Check | "end") => void;
  let isTold: Promise<void>;

  beforeEach(async () => {
    checks = found;
    let begun = () => {};
    isTold = new Promise((resolve) => {
      begun = resolve;
    });
    const health = {
      doctor: async () => checks,
      testHandoff: (by: string, tell: (check: Check) => void) =>
        new Promise<Check[]>((resolve) => {
          goOn = (step) => (step === "end" ? resolve([]) : tell(step));
          tell({ name: "Visitor", state: "ok", detail: `Test by ${by}` });
          begun();
        }),
    };
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb, health });
  });

  afterEach(async () => {
    await server.close();
  });

  eachInWindow((opened) => {
    page = opened;
  });

  const open = async () => {
    await signIn(page, server, "/inbox/settings");
    await page.getByRole("link", { name: "Health" }).click();
    await page.getByRole("heading", { name: "Health" }).waitFor();
  };
  const names = (label: string) =>
    page.getByRole("list", { name: label }).locator(".check-name").allInnerTexts();

  test("is led to from the settings; what needs somebody comes first, with what to do", async () => {
    await open();
    await page.getByText("One thing is broken, one needs a look.").waitFor();
    expect((await names("Checks")).map((name) => name.split(":")[0]?.trim())).toEqual([
      "Slack token",
      "Websites",
      "Database",
      "Email",
    ]);
    await page.getByText("Slack does not accept the bot token.").waitFor();
    expect(await page.getByRole("link", { name: "Settings", exact: true }).getAttribute("aria-current")).toBe(
      "page",
    );
  });

  test("looks again when asked to", async () => {
    await open();
    await page.getByText("One thing is broken, one needs a look.").waitFor();
    checks = found.filter(({ state }) => state === "ok" || state === "off");
    await page.getByRole("button", { name: "Run again" }).click();
    await page.getByText("Everything that is set up works.").waitFor();
  });

  test("shows each step of a test handoff as soon as it is done", async () => {
    await open();
    await page.getByRole("button", { name: "Send a test handoff" }).click();
    await isTold;
    await page.getByText("Test by Ana").waitFor();
    await page.getByText("The test is on its way.").waitFor();
    expect(await page.getByRole("button", { name: "Send a test handoff" }).isDisabled()).toBe(true);
    goOn({ name: "Slack thread", state: "broken", detail: "The Slack channel is archived." });
    await page.getByText("The Slack channel is archived.").waitFor();
    await page.getByText("Next step…").waitFor();
    goOn("end");
    await page.getByText("“Slack thread” failed. Do what it says, then send another test.").waitFor();
    expect(await page.getByRole("button", { name: "Send a test handoff" }).isDisabled()).toBe(false);
  });

  test("a test whose page is closed goes on to its end", async () => {
    await open();
    await page.getByRole("button", { name: "Send a test handoff" }).click();
    await isTold;
    await page.goto("about:blank");
    goOn({ name: "Clean-up", state: "ok", detail: "Done." });
    goOn("end");
    expect((await (await signedInAdmin(server)).get("/api/me")).status).toBe(200);
  });

  test("is for admins only", async () => {
    const agent = await signedInAgent(server, "Ben");
    expect((await agent.get("/api/doctor")).status).toBe(403);
    expect((await agent.post("/api/test-handoff")).status).toBe(403);
  });

  test.each(["light", "dark"] as const)("is accessible in %s colours", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open();
    await page.getByText("One thing is broken, one needs a look.").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("on a phone nothing lies beside the screen", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open();
    await page.getByText("One thing is broken, one needs a look.").waitFor();
    const beside = await page.evaluate(() =>
      [...document.querySelectorAll(".page *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(beside).toEqual([]);
  });
});
