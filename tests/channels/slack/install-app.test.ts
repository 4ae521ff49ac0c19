import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, startRunning } from "../../support/running.ts";
import { openBrowser } from "../inbox/support/browser.ts";
import { eventually } from "./support.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({
    environment: {
      SLACK_CLIENT_ID: "simulator-client-id",
      SLACK_CLIENT_SECRET: "simulator-client-secret",
    },
  });
});
afterAll(() => running.stop());

async function installs(browser: ReturnType<typeof openBrowser>) {
  const begun = await browser.get("/slack/install");
  const agreed = await fetch(`${begun.headers.get("location")}&approve_as=ana`, { redirect: "manual" });
  const back = new URL(agreed.headers.get("location") ?? "");
  return browser.get(`${back.pathname}${back.search}`);
}

const workspaces = async () => (await running.app.slackWorkspaces?.list()) ?? [];

test("who is not signed in installs the app, and an admin has to approve the workspace", async () => {
  const page = await installs(openBrowser(running));
  expect(page.status).toBe(200);
  expect(page.text).toContain("has to approve the workspace first");
  expect(await workspaces()).toMatchObject([{ isApproved: false }]);
});

test("an admin who is signed in to the inbox approves by installing", async () => {
  const browser = openBrowser(running);
  await browser.signIn("admin@example.com", "correct horse battery");
  expect((await installs(browser)).text).toContain("is connected");
  expect(await workspaces()).toMatchObject([{ isApproved: true, by: "Ana in Slack" }]);
});

test("how the workspaces are doing is part of /readyz", async () => {
  await eventually(async () => {
    const { integrations } = await (await fetch(`${running.url}/readyz`)).json();
    return integrations.slack.state === "on" && integrations.slack.detail.includes("#support");
  });
});
